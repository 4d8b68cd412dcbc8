const ORNAMENTS = /^([*=~#_-]{2,})\s*(.*?)\s*[*=~#_-]{2,}$/s

/** A title without the signs that it is set off with on both sides: `*** FICO ***`, `--- States ---`. */
export function withoutOrnaments(title: string): string {
  const last = title.charAt(title.length - 1)
  if (!'*=~#_-'.includes(last)) return title
  const inner = ORNAMENTS.exec(title)?.[2] ?? ''
  return inner === '' ? title : inner
}
