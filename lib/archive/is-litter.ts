/** What file managers leave in folders. */
const LITTER = /^(?:__MACOSX|\.(?!\.?$).*|Thumbs\.db|desktop\.ini)$/i

/** Whether an entry is no file of anybody's: a folder, or something an operating system has left there. */
export function isLitter(name: string): boolean {
  return name.endsWith('/') || name.split('/').some(part => LITTER.test(part))
}
