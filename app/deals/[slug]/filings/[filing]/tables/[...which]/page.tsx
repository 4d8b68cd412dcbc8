import Page, { generateMetadata } from '../../../../tables/[...which]/page.tsx'

export const dynamic = 'force-dynamic'

export { generateMetadata }
export default Page
