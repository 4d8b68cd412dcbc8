import type { FilingReport } from '@/lib/report.ts'
import { SourceListener } from './source-listener.tsx'

type Props = {
  /** Address of the deal page that shows the filing. */
  home: string
  /** Slug of the deal whose page this is. */
  slug: string
  /** The filing that the page shows. */
  file: Pick<FilingReport['file'], 'sha256' | 'lineCount'>
  /** Number of the part of its report that the page shows. */
  part: number
}

/**
 * The filing beside the page. Put it last in the flex row that holds the page's content: from 1240 px it is a column of
 * 622 px there, below that a sheet over the page. Any `a[data-at]` on the page opens it; until then it is empty.
 * While it is open, `<html>` carries `data-source="open"`.
 */
export function SourcePanel({ file: { sha256, lineCount }, ...props }: Props) {
  return <SourceListener {...props} sha256={sha256} lineCount={lineCount} />
}
