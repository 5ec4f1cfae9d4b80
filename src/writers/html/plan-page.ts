import type { PlanDocument } from '../../report/plan-document/plan-document.js';
import { balanceSection } from './balance-section.js';
import { fairnessSection } from './fairness-section.js';
import { groupsSection } from './group-cards.js';
import { type Html } from './markup.js';
import { meetingsSection } from './meetings-section.js';
import { createContext, type PageContext } from './page-context.js';
import { layOutPage } from './page-layout.js';
import { PAGE_SCRIPT } from './page-script.js';
import { PAGE_STYLE } from './page-style.js';
import { SECTION_KEYS, type SectionKey } from './page-words.js';
import { presentationsSection } from './presentations-section.js';
import { printStyle } from './print-style.js';
import { provenanceSection } from './provenance-section.js';
import { sealPage } from './sealed-page.js';
import { timetableSection } from './timetable-section.js';
import { witnessesSection } from './witness-cards.js';

/** Lays out one section; `undefined` where the document has nothing for it. */
type Section = (context: PageContext) => Html | undefined;

const SECTIONS: Readonly<Record<SectionKey, Section>> = {
  groups: groupsSection,
  mix: balanceSection,
  meetings: meetingsSection,
  timetable: timetableSection,
  presentations: presentationsSection,
  witnesses: witnessesSection,
  fairness: fairnessSection,
  provenance: provenanceSection,
};

/**
 * A plan as one HTML page that needs nothing else: no network, no script to be read, fit for screens of any width, light or dark, and for
 * paper. The same document gives the same text. Each text of the document is shown as it stands and never obeyed.
 */
export async function writePlanPage(document: PlanDocument): Promise<string> {
  const context = createContext(document);
  const sections = SECTION_KEYS.flatMap((key) => {
    const content = SECTIONS[key](context);
    return content === undefined ? [] : [{ key, content }];
  });
  const title = document.title === '' ? context.words.untitled : document.title;
  return sealPage({
    language: document.language,
    title,
    body: layOutPage(context, title, sections),
    style: PAGE_STYLE + printStyle(title),
    script: PAGE_SCRIPT,
  });
}
