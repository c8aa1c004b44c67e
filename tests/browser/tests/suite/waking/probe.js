// Stands in the head of pages that are watched while their program dies. A script of the page's own origin: what a driver's
// script throws is told to nobody as what it is.

const ERRORS = {
  stack: () => new RangeError("Maximum call stack size exceeded"),
  closure: () => new Error("closure invoked recursively or after being dropped"),
  trap: () => new WebAssembly.RuntimeError("unreachable"),
  firefox: () => Object.assign(new Error("too much recursion"), { name: "InternalError" }),
  memory: () => new RangeError("WebAssembly.Memory.grow(): Unable to grow instance memory"),
  foreign: () => new TypeError("Failed to fetch"),
  unreachable: () => new TypeError("The host is unreachable"),
  compiled: () => new WebAssembly.CompileError("WebAssembly.instantiate(): Wasm code generation disallowed by embedder"),
  aborted: () => new DOMException("The user aborted a request.", "AbortError"),
  nothing: () => undefined,
};

const OWNERS = { globalThis, Element, Node, Document, History, HTMLElement };

const probe = {
  armed: false,

  // A member throws when it is called from now on: once, or for ever. `armed` starts it.
  strike(member, error, forever) {
    const [owner, name] = [member.split("."), member.split(".").pop()];
    const place = owner[0] === "globalThis" ? globalThis : OWNERS[owner[0]].prototype;
    const was = Object.getOwnPropertyDescriptor(place, name);
    sessionStorage.removeItem("struck");
    const hit = () => {
      if (!probe.armed) return;
      probe.armed = forever;
      sessionStorage.setItem("struck", member);
      throw ERRORS[error]();
    };
    if (was?.set) {
      const set = function (value) {
        hit();
        was.set.call(this, value);
      };
      Object.defineProperty(place, name, { ...was, set });
    } else if (was?.value?.prototype) {
      const construct = (target, given) => {
        hit();
        return Reflect.construct(target, given);
      };
      place[name] = new Proxy(was.value, { construct });
    } else if (was) {
      place[name] = function (...given) {
        hit();
        return was.value.apply(this, given);
      };
    }
  },

  // The next click on this link is taken over, and then an error happens.
  take(link, way, error) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      probe.happens(way, error);
    });
  },

  happens(way, error) {
    const made = ERRORS[error]();
    const now = () => {
      throw made;
    };
    if (way === "thrown") now();
    if (way === "rejected") Promise.reject(made);
    if (way === "thrown later") setTimeout(now, 30);
    if (way === "rejected later") setTimeout(() => Promise.reject(made), 30);
  },
};

window.probe = probe;
