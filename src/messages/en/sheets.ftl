# Rosters as spreadsheets: sheets, columns, choices, notes and instructions.
