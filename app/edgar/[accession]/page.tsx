import type { Metadata } from 'next'
import { admitting, titling } from '@/app/admitted.tsx'
import { SubmissionNotListed, SubmissionView } from '@/components/upload/submission-view.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import { answerSubmission } from '@/lib/server/edgar-answer.ts'

type Props = { params: Promise<{ accession: string }> }

export const dynamic = 'force-dynamic'

export const generateMetadata = titling('edit', async ({ params }: Props): Promise<Metadata> => {
  return { title: `Submission ${(await params).accession}` }
})

/** The documents of a submission of EDGAR, to choose from, as they were listed when somebody asked for them. */
export default admitting('edit', async function SubmissionPage({ params }: Props) {
  const { accession } = await params
  const library = await getLibrary()
  const listed = await library.findSubmission(accession)
  if (listed === null) return <SubmissionNotListed accession={accession} />
  return <SubmissionView submission={await answerSubmission(library, listed)} />
})
