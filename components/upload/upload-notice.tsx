import { isEdgarFaultCode } from '@/lib/edgar-faults.ts'
import { refusalWording } from '@/lib/issues.ts'
import { CheckIcon, WarningIcon } from '../shell/icons.tsx'

type Told = { added?: string; refused?: string; name?: string }

/** What the plain form's upload came to, from the address after it: `?added=2&refused=file-is-a-pdf&name=scan.pdf`. */
export function UploadNotice({ added, refused, name }: Told) {
  return (
    <>
      {added && /^[1-9]\d{0,3}$/.test(added) && (
        <p role="status" className="notice">
          <CheckIcon className="mt-0.5 text-pass" />
          {added === '1' ? 'One filing is in the library.' : `${added} filings are in the library.`}
        </p>
      )}
      {refused && (
        <p role="alert" className="notice notice-bad">
          <WarningIcon className="mt-0.5 text-fail" />
          <span className="min-w-0 wrap-anywhere">
            <strong className="text-fail">{`${name ?? 'The file'} was ${becameOf(refused)}.`}</strong>{' '}
            {wordingOf(refused)}
          </span>
        </p>
      )}
    </>
  )
}

function becameOf(code: string): string {
  return isEdgarFaultCode(code) ? 'not fetched' : 'refused'
}

/** An address is anyone's to write: only codes with wording of our own say more than that it was refused. */
function wordingOf(code: string): string {
  const known = new Map<string, string>(Object.entries(refusalWording))
  return known.get(code) ?? 'It could not be read. Drop the filing’s text or HTML as EDGAR keeps it.'
}
