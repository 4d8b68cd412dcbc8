import { siteOrigin } from '@/lib/server/site-address.ts'

/**
 * Heads every sheet of paper: what it is of, and the full address of its page. On a page whose view changes in the
 * browser, a script writes the address of what is printed in its place.
 */
export function PrintHead({ name, url }: { name: string; url: string }) {
  return (
    <div className="print-head" aria-hidden="true">
      <p>
        <b>{name}</b> <span className="print-address">{siteOrigin(process.env) + url}</span>
      </p>
    </div>
  )
}
