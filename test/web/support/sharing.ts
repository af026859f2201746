import type { SharingPage } from '../../../web/admin/people/sharing.ts'

/** A programme that shares reviewers with none. */
export function aSharingPage(more: Partial<SharingPage> = {}): SharingPage {
  return {
    slug: 'riverside-college',
    smallGroup: false,
    sharing: null,
    asked: null,
    questions: [],
    last: null,
    ...more,
  }
}
