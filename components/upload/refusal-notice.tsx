import { refusalWording } from '@/lib/issues.ts'
import { WarningIcon } from '../shell/icons.tsx'

/** Why the plain form's file was refused, in the address after it: `?refused=file-is-a-pdf&name=scan.pdf`. */
export function RefusalNotice({ code, name }: { code: string | undefined; name: string | undefined }) {
  if (!code) return null
  return (
    <p role="alert" className="notice">
      <WarningIcon className="mt-0.5 text-fail" />
      <span className="min-w-0 wrap-anywhere">
        <strong className="text-fail">{name ? `${name} was refused.` : 'The file was refused.'}</strong>{' '}
        {wordingOf(code)}
      </span>
    </p>
  )
}

/** An address is anyone's to write: only codes with wording of our own say more than that it was refused. */
function wordingOf(code: string): string {
  const known = new Map<string, string>(Object.entries(refusalWording))
  return known.get(code) ?? 'It could not be read. Drop the filing’s text or HTML as EDGAR keeps it.'
}
