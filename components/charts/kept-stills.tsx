import type { StillsProps } from './drawn-stills.tsx'

/** What the browser draws of stills: nothing. React leaves the markup that came with the page as it is. */
const asItCame = { __html: '' }

/** The stills of a table's figure in the browser, see `drawn-stills.tsx`. A part of the page that came later has none. */
export function TableStills({ onMissing }: StillsProps) {
  return (
    <div
      className="stills"
      ref={box => {
        if (box && !box.hasChildNodes()) onMissing()
      }}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it is a constant, and empty
      dangerouslySetInnerHTML={asItCame}
    />
  )
}
