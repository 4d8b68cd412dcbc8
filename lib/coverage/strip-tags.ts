/**
 * What a line of markup prints: tags are gaps, no-break spaces blanks. A line that starts inside a tag, as long tags
 * continue, loses what belongs to it.
 */
export function stripTags(line: string): string {
  const close = line.indexOf('>')
  const open = line.indexOf('<')
  if (open === -1 && close === -1 && !line.includes('&')) return line
  const own = close !== -1 && (open === -1 || close < open) ? line.slice(close + 1) : line
  return own.replace(/<[^>]*(?:>|$)/g, '   ').replace(/&(?:nbsp|#160);?/gi, ' ')
}
