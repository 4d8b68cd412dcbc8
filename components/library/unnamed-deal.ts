/** Is a deal known by its file only? Its address then is `filing-` and the start of the file's SHA-256. */
export function isUnnamed(slug: string): boolean {
  return /^filing-[0-9a-f]{8,64}$/.test(slug)
}
