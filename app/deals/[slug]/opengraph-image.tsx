import { unstable_cache } from 'next/cache'
import { notFound } from 'next/navigation'
import { dealTag, getDealPage } from '@/app/cached-library.ts'
import { drawDealCard } from '@/components/sharing/draw-deal-card.tsx'
import { libraryFolder } from '@/lib/library/index.ts'

export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'
export const alt = 'The deal’s pool figures, the shape of its pool, and how many of its checks pass'

/** The picture that a pasted link to a deal shows; drawn once, and anew when a filing joins the deal. */
export default async function DealPicture({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const page = await getDealPage(slug)
  if (!page) notFound()
  const draw = unstable_cache(
    async () => Buffer.from(await drawDealCard(page.deal, page.part.report)).toString('base64'),
    ['deal picture', libraryFolder(), slug, page.deal.chosen],
    { tags: [dealTag(slug)] },
  )
  const picture = Buffer.from(await draw(), 'base64')
  return new Response(picture, {
    headers: { 'Content-Type': contentType, 'Cache-Control': 'public, max-age=300' },
  })
}
