'use client'

import { CopyButton } from '../sharing/copy-button.tsx'

/** Copies a link that was just made. */
export function CopyMade({ url }: { url: string }) {
  return <CopyButton className="button" name="Copy link" textOf={() => url} />
}
