//! Tests in a real Chromium, grouped by what they are about.

mod accessibility;
mod bare;
mod face;
mod hydration;
mod integrity;
mod keyboard;
mod navigation;
mod newer_content;
mod print;
mod privacy;
mod search;
mod styles;
mod without_code;
mod zoom;
