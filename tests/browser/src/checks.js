// Measures the page that is shown. Each function gives findings, as lines; an empty list is what is wanted.
// Kept in one place so that tests and the audit see the same page in the same way.
(() => {
  const shown = (element) => element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true });
  const name = (element) => {
    const words = (element.textContent || element.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ").slice(0, 40);
    const classes = typeof element.className === "string" && element.className ? "." + element.className.split(" ").join(".") : "";
    return `${element.tagName.toLowerCase()}${classes} « ${words} »`;
  };

  // Any CSS colour as red, green, blue (0–1), alpha: painted, so that every notation is read as the browser reads it.
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const colour = (text) => {
    if (!known.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      known.set(text, [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
    }
    return known.get(text);
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = colour(getComputedStyle(at).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [1, 1, 1, 1]);
  };

  const texts = () => {
    const found = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement: parent, data } = walk.currentNode;
      if (data.trim() && parent && !/^(?:SCRIPT|STYLE|OPTION)$/.test(parent.tagName) && shown(parent)) found.add(parent);
    }
    return [...found];
  };

  // Text on its ground.
  const contrast = () => {
    let least = 99;
    const wrong = [];
    for (const element of texts()) {
      const style = getComputedStyle(element);
      const inSvg = element instanceof SVGElement;
      // A number stands on its disc, which is a sibling in the drawing.
      const disc = inSvg && element.classList.contains("map__number") && element.parentElement.querySelector("circle");
      const below = disc ? colour(getComputedStyle(disc).fill) : inSvg ? colour(getComputedStyle(document.documentElement).backgroundColor) : ground(element);
      const value = ratio(over(colour(inSvg ? style.fill : style.color), below), below);
      least = Math.min(least, value);
      if (value < 7) wrong.push(`contrast ${value.toFixed(2)}: ${name(element)}`);
    }
    return { least, wrong };
  };

  const controls = () => [...document.querySelectorAll("a[href], button, summary, select, input, textarea")].filter(shown);

  // Edges of what can be pressed or filled in: the border, or the face, against what lies around.
  const edges = () => {
    const wrong = [];
    for (const element of document.querySelectorAll(".button, .input")) {
      if (!shown(element)) continue;
      const style = getComputedStyle(element);
      const around = ground(element.parentElement);
      const value = Math.max(ratio(over(colour(style.borderTopColor), around), around), ratio(ground(element), around));
      if (value < 3) wrong.push(`edge ${value.toFixed(2)}: ${name(element)}`);
    }
    return wrong;
  };

  // A link inside a sentence may be as high as its line (WCAG 2.5.5); everything else has 44 pixels each way.
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    const block = element.closest("p, li, dd, td, th, figcaption, summary, dt");
    return Boolean(block) && block.textContent.trim().length > element.textContent.trim().length;
  };
  const targets = () => {
    let least = 999;
    const wrong = [];
    for (const element of controls()) {
      if (inSentence(element) || element.matches(".skip-link")) continue;
      const box = element.getBoundingClientRect();
      // A card's link covers its card.
      const cover = getComputedStyle(element, "::after");
      const covers = cover.position === "absolute" && cover.content !== "none";
      const height = covers ? Math.max(box.height, element.offsetParent?.getBoundingClientRect().height ?? 0) : box.height;
      const width = covers ? Math.max(box.width, element.offsetParent?.getBoundingClientRect().width ?? 0) : box.width;
      const size = Math.min(width, height);
      least = Math.min(least, size);
      if (size < 43.5) wrong.push(`target ${box.width.toFixed(0)} × ${box.height.toFixed(0)}: ${name(element)}`);
    }
    return { least, wrong };
  };

  // No sideways scroll, and no text that is cut.
  const overflow = () => {
    const root = document.documentElement;
    const wrong = [];
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.body.querySelectorAll("*")].filter((e) => shown(e) && !e.closest("svg") && e.getBoundingClientRect().right > root.clientWidth + 1);
      wrong.push(`sideways scroll ${root.scrollWidth} > ${root.clientWidth}: ${wide.slice(-3).map(name).join("; ")}`);
    }
    for (const element of texts()) {
      const style = getComputedStyle(element);
      if (element.matches(".visually-hidden, .skip-link") || element instanceof SVGElement) continue;
      const box = element.getBoundingClientRect();
      if (style.overflowX !== "visible" && style.overflowX !== "auto" && element.scrollWidth > element.clientWidth + 1) wrong.push(`cut: ${name(element)}`);
      if (box.left < -1 && box.width > 1) wrong.push(`left of the page: ${name(element)}`);
    }
    return wrong;
  };

  const structure = () => {
    const wrong = [];
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(shown);
    let before = 0;
    for (const heading of headings) {
      const level = Number(heading.tagName[1]);
      if (level > before + 1) wrong.push(`heading order: ${name(heading)} after h${before}`);
      before = level;
    }
    if (headings.filter((h) => h.tagName === "H1").length !== 1) wrong.push("not one h1");
    const one = (selector) => {
      if (document.querySelectorAll(selector).length !== 1) wrong.push(`not one ${selector}`);
    };
    ["main", "body header.site-header", "footer", ".skip-link"].forEach(one);
    for (const nav of document.querySelectorAll("nav")) if (!nav.getAttribute("aria-label")) wrong.push(`nav without name: ${name(nav)}`);
    const first = document.querySelector("a[href], button");
    if (!first?.matches(".skip-link")) wrong.push(`first control is no skip link: ${name(first)}`);
    if (!document.querySelector(first?.getAttribute("href") ?? "none")) wrong.push("the skip link leads nowhere");
    for (const image of document.querySelectorAll("svg")) {
      if (image.getAttribute("aria-hidden") !== "true" && !image.getAttribute("aria-label")) wrong.push(`drawing without words: ${image.outerHTML.slice(0, 80)}`);
    }
    return wrong;
  };

  // What the keyboard stands on: seen, not covered, with a ring that is seen.
  const focus = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const wrong = [];
    const style = getComputedStyle(element);
    const ring = element.matches(".map__place") ? getComputedStyle(element.querySelector("rect")) : style;
    const width = element.matches(".map__place") ? parseFloat(ring.strokeWidth) : parseFloat(ring.outlineWidth);
    const paint = element.matches(".map__place") ? ring.stroke : ring.outlineStyle === "none" ? "transparent" : ring.outlineColor;
    const around = ground(element.parentElement);
    if (!(width >= 2) || ratio(over(colour(paint), around), around) < 3) wrong.push(`focus is not seen: ${name(element)}`);
    const points = [...element.getClientRects()].flatMap((r) => [[r.left + r.width / 2, r.top + r.height / 2], [r.left + 3, r.top + 3], [r.right - 3, r.bottom - 3]]);
    const seen = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (top === element || element.contains(top) || top.contains(element));
    });
    if (!seen) wrong.push(`focus is covered or outside the window: ${name(element)} at ${box.top.toFixed(0)}`);
    return { at: controls().indexOf(element), count: controls().length, wrong, name: name(element) };
  };

  // The words of the text that are seen, without controls and ways around.
  const words = () => {
    const apart = ".breadcrumb, .tools, .aside, .onpage-fold, .pager, .letters, [data-needs-code], .visually-hidden";
    const found = [];
    const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement: parent, data } = walk.currentNode;
      if (data.trim() && !parent.closest(apart) && !parent.closest("svg") && shown(parent)) found.push(data.trim().replace(/\s+/g, " "));
    }
    return found.join(" ");
  };

  globalThis.pageChecks = { contrast, edges, targets, overflow, structure, focus, words };
})();
