//! Putting short lists in order.

/// Orders a list so that `before(a, b)` holds of no element `a` that stands after `b`; equals keep their order.
///
/// Insertion: lists here have some hundred elements at most, and the standard library's sort would add 3 kB to the wasm for
/// each type that it sorts.
pub fn order<T>(list: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && before(&list[at], &list[at - 1]) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}
