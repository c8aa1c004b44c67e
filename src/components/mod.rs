//! Floor 4: pieces of pages, one a file. Each is a pure function of its data and of where the reader is ([`PageContext`]).

pub mod block;
pub mod breadcrumb;
pub mod care_card;
pub mod definition;
pub mod do_dont;
pub mod drawing;
pub mod facts_list;
pub mod filter;
pub mod fold;
pub mod icon;
pub mod letters;
pub mod link_list;
pub mod map;
pub mod page_end;
pub mod page_head;
pub mod pager;
pub mod rich;
pub mod search_field;
pub mod search_results;
pub mod site_footer;
pub mod site_header;
pub mod table;
pub mod timeline;

pub use crate::state::context::PageContext;
