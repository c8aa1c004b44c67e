//! Tests in a real Chromium, grouped by what they are about.

mod accessibility;
mod bare;
mod built_pages;
mod conformance;
mod face;
mod faults;
mod integrity;
mod journeys;
mod keyboard;
mod navigation;
mod newer_content;
mod offline;
mod offline_controls;
mod print;
mod privacy;
mod search;
mod skew;
mod styles;
mod wakes_up;
mod waking;
mod without_code;
mod zoom;
