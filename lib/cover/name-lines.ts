const ENDS_NAME =
  /(?:\b(?:inc|corp|corporation|incorporated|company|llc|l\.l\.c|l\.p|lp|n\.a|fsb|f\.s\.b|ltd|limited|plc|bank|association|trust|certificates|notes)\b\.?(?: [IVX]+)?|\d[A-Z]?|-[A-Z0-9]+)$/i

/** Names of companies and trusts end so; two lines of which only the second does are one name. */
export function isComplete(text: string): boolean {
  return ENDS_NAME.test(text)
}
