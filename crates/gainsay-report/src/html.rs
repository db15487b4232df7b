//! The report as one page of HTML: no request, no script unless it is live, the same in both languages.

mod against;
mod anchor;
mod answers;
mod custody;
mod data;
mod figure;
mod finding;
mod forest;
mod limits;
mod live;
mod map;
mod marks;
mod method;
mod opening;
mod page;
mod part;
mod prose;
mod quote;
mod reading;
mod rejections;
mod scale;
mod shared;
mod style;
mod tables;
mod views;

pub use self::{
    page::{Page, render},
    views::{Kept, Restriction, Standing, View},
};

#[cfg(test)]
mod tests;
