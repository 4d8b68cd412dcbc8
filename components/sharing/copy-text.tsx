'use client'

import { CopyButton } from './copy-button.tsx'

/** A line to copy, and an address of this site that stands after it in full. */
type Line = { text: string; href?: string | undefined }

/** Copies lines of text with the addresses of what they say. */
export function CopyText({ className, name, lines }: { className: string; name: string; lines: Line[] }) {
  const textOf = () =>
    lines
      .map(({ text, href }) => (href === undefined ? text : `${text} ${new URL(href, location.origin)}`))
      .join('\n')
  return <CopyButton className={className} name={name} textOf={textOf} />
}
