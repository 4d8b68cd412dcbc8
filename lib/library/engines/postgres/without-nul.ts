/** A value as PostgreSQL can keep it: its texts may not hold the character nought, for which a replacement character stands. */
export function withoutNul<T>(value: T): T | string {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
}
