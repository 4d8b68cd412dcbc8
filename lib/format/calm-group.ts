/** Words that headings in capitals print of a group; its number, and short names such as ARM, stay as they are. */
const groupWords =
  /\b(?:LOANS?|GROUPS?|POOLS?|SUB|MORTGAGE|COLLATERAL|FIXED|ADJUSTABLE|VARIABLE|HYBRID|RATE)\b/g

/** A loan group's name as people read it: as printed, but not shouted. */
export function calmGroup(loanGroup: string): string {
  return loanGroup.replace(groupWords, word => word.charAt(0) + word.slice(1).toLowerCase())
}
