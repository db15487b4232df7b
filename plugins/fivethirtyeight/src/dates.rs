/// An American date as `2019-06-28`, for ids and for telling which of two is earlier;
/// the core reads the cell itself.
pub(crate) fn iso(american: &str) -> Option<String> {
    let mut parts = american.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = |text: &str, digits: std::ops::RangeInclusive<usize>| {
        digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_date = parts.next().is_none()
        && is_number(month, 1..=2)
        && is_number(day, 1..=2)
        && (is_number(year, 2..=2) || is_number(year, 4..=4));
    let century = if year.len() == 2 { "20" } else { "" };
    is_date.then(|| format!("{century}{year}-{month:0>2}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_american_date_becomes_one_that_sorts() {
        assert_eq!(iso("6/8/2019").as_deref(), Some("2019-06-08"));
        assert_eq!(iso("12/18/18").as_deref(), Some("2018-12-18"));
        for text in ["", "6/8", "6/8/219", "6/8/2019/1", "June/8/2019", "106/8/2019"] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
