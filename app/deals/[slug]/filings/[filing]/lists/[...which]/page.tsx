import Page, { generateMetadata } from '../../../../lists/[...which]/page.tsx'

export const dynamic = 'force-dynamic'

export { generateMetadata }
export default Page
