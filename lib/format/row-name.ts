import type { Bucket } from '../report.ts'

/** A row as people tell it from others: by its label, behind the heading of its group. */
export function rowName({ heading, label }: Pick<Bucket, 'heading' | 'label'>): string {
  return heading === undefined ? label : `${heading.replace(/\s*:$/, '')}: ${label}`
}
