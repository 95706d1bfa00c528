import { m } from '../../platform/language/words.ts'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import type { CampaignState } from '../campaign.rules.ts'

const tones: Record<CampaignState, Tone> = { asking: 'live', closed: 'wait', handed_over: 'done', cancelled: 'plain' }
const words: Record<CampaignState, () => string> = {
  asking: m.succession_state_asking,
  closed: m.succession_state_closed,
  handed_over: m.succession_state_handed_over,
  cancelled: m.succession_state_cancelled,
}

export function CampaignStateWord({ state }: { state: CampaignState }) {
  return <StateWord tone={tones[state]}>{words[state]()}</StateWord>
}
