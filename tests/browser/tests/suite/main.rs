//! Tests in a real Chromium, grouped by what they are about.

mod accessibility;
mod conformance;
mod faults;
mod hydration;
mod integrity;
mod navigation;
mod newer_content;
mod offline;
mod offline_controls;
mod privacy;
mod skew;
mod styles;
mod without_code;
