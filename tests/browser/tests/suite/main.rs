//! Tests in a real Chromium, grouped by what they are about.

mod accessibility;
mod bare;
mod conformance;
mod face;
mod faults;
mod hydration;
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
mod without_code;
mod zoom;
