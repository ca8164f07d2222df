# Adds up one column of a delimited file, quotes respected, where other columns hold what is asked:
# the independent sum that the engine's figures are held against.
#
#   awk -f sum.awk -v delimiter=, -v amount=NAME -v where='NAME~REGEX&NAME~REGEX…' FILE
#
# Sums of whole numbers below 2^53 are exact here; the budgets tested stay below.

# Cuts the record into cell[1 … n]: what stands between quotes keeps its delimiters.
function cut(line,    n, i, parts, text, pieces) {
  gsub(/\r$/, "", line)
  n = split(line, parts, "\"")
  text = ""
  for (i = 1; i <= n; i++) {
    if (i % 2 == 0) gsub(delimiter, "\001", parts[i])
    text = text parts[i]
  }
  pieces = split(text, cell, delimiter)
  for (i = 1; i <= pieces; i++) gsub(/\001/, delimiter, cell[i])
  return pieces
}

BEGIN {
  conditions = split(where, asked, "&")
  for (i = 1; i <= conditions; i++) {
    split(asked[i], parts, "~")
    name[i] = parts[1]
    wanted[i] = parts[2]
  }
}

NR == 1 {
  sub(/^\357\273\277/, "")
  columns = cut($0)
  for (i = 1; i <= columns; i++) column[cell[i]] = i
  next
}

{
  if (cut($0) != columns) { bad++; next }
  for (i = 1; i <= conditions; i++) if (cell[column[name[i]]] !~ wanted[i]) next
  value = cell[column[amount]]
  gsub(/,/, "", value)
  sum += value
  rows++
}

END { printf "%.0f %d %d\n", sum, rows, bad }
