const longestName = 160
/** Control characters, and the invisible ones that turn the direction of what follows them. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * The name under which a file is shown: the last part of whatever path the client sent, without characters that do not
 * print, at most 160 characters with its ending kept. It is only ever shown; nothing is stored under it.
 */
export function cleanFileName(sent: string): string {
  const lastPart = sent.split(/[/\\]/).findLast(part => part.trim() !== '') ?? ''
  const name = lastPart.replace(unprintable, '').replace(/\s+/g, ' ').trim()
  return name === '' ? 'filing.txt' : shorten(name)
}

/**
 * A path inside an archive as it is shown: each part like a file's name, none that leads upwards; a long one loses its
 * folders.
 */
export function cleanPath(sent: string): string {
  const parts = sent.split(/[/\\]/).filter(part => !/^\s*\.{0,2}\s*$/.test(part))
  const path = parts.map(cleanFileName).join('/')
  return path === '' || path.length > longestName ? cleanFileName(sent) : path
}

function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= longestName) return name
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? ''
  return `${characters.slice(0, longestName - ending.length - 1).join('')}…${ending}`
}
