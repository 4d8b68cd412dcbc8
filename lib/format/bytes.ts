import { formatDecimal } from './numbers.ts'

/** A file size in decimal units: `950 bytes`, `18.0 kB`, `2.4 MB`, `1.5 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes === 1) return '1 byte'
  if (bytes < 1_000) return `${formatDecimal(bytes, 0)} bytes`
  if (bytes < 999_950) return `${formatDecimal(bytes / 1_000, 1)} kB`
  if (bytes < 999_950_000) return `${formatDecimal(bytes / 1_000_000, 1)} MB`
  return `${formatDecimal(bytes / 1_000_000_000, 1)} GB`
}
