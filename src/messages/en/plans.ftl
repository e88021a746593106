# Plans as spreadsheets and calendars.
