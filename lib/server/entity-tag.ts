/** True if who asks has the very thing with this tag already, as the header If-None-Match says. */
export function hasAlready(ifNoneMatch: string | null | undefined, tag: string): boolean {
  return ifNoneMatch?.split(',').some(known => known.trim().replace(/^W\//, '') === tag) ?? false
}
