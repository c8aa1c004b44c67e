//! Tests in a real Chromium, grouped by what they are about.

mod accessibility;
mod hydration;
mod integrity;
mod navigation;
mod newer_content;
mod offline;
mod offline_controls;
mod privacy;
mod styles;
mod without_code;
