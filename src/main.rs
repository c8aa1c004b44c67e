//! Floor 7, in the browser: wakes the page up, or leaves it as it is.

use ipros::app;
use ipros::browser::document;
use ipros::route::{Base, Route};
use ipros::state::context::SitePlace;

fn main() {
    std::panic::set_hook(Box::new(|info| document::give_up(&info.to_string())));
    let base = document::root_data("base").and_then(|base| Base::parse(&base).ok());
    let (Some(base), Some(drawings)) = (base, document::root_data("drawings")) else { return };
    let Some(route) = document::root_data("route").and_then(|path| Route::read(&path)) else { return };
    app::wake(SitePlace { base, drawings }, route);
    document::set_root_data("awake", "");
}
