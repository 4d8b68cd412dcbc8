import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { ofDealPage } from '@/app/admitted.tsx'
import { getDealPage } from '@/app/asked-library.ts'
import { drawDealCard } from '@/components/sharing/draw-deal-card.tsx'
import { askerHeader, openAsker } from '@/lib/access/sealed-asker.ts'
import { faultCodeOf } from '@/lib/library-faults.ts'
import { refuseAccess } from '@/lib/server/guarded.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'
export const alt = 'The deal’s pool figures, the shape of its pool, and how many of its checks pass'

/** What is wrong with the library, in words where the picture would be: a picture's failure has no page to say it. */
function sayFault(fault: unknown): Response {
  const code = faultCodeOf(fault)
  if (code === null) throw fault
  return answerError(code)
}

/** The picture that a pasted link to a deal shows; kept as pages are (lib/server/site-pages.ts). */
export default async function DealPicture({ params }: { params: Promise<{ slug: string }> }) {
  const findAsker = async () => openAsker((await headers()).get(askerHeader))
  const refusal = await refuseAccess(findAsker, ofDealPage, { params })
  if (refusal) return answerError(refusal)
  const page = await getDealPage(await params).catch(sayFault)
  if (!page) notFound()
  if (page instanceof Response) return page
  const picture = await drawDealCard(page.deal, page.part)
  return new Response(new Uint8Array(picture), {
    headers: { 'Content-Type': contentType, 'Cache-Control': 'private, no-cache' },
  })
}
