import type { PromiseNeeds } from '../need.ts'

/** P16 to P25: how data is used, with whom it is shared, and on what ground. */
export const usingNeeds = {
  P16: {
    owner: 'sales',
    needs: {
      contact_form: {
        ro: 'Formularul de contact deschide o conversație fără cont',
        en: 'The contact form opens a conversation without an account',
      },
      erased_later: {
        ro: 'Conversațiile fără urmare se șterg la termen',
        en: 'Conversations that came to nothing are erased when their period ends',
      },
    },
  },
  P17: {
    owner: 'privacy',
    needs: {
      pseudonyms_only: {
        ro: 'Îmbunătățirea vede numai pseudonime',
        en: 'Improvement sees pseudonyms only',
      },
      objection: { ro: 'Persoana se poate opune din cont', en: 'The person can object from their account' },
    },
  },
  P18: {
    owner: 'technician',
    needs: {
      articles: { ro: 'Clientul are o bază de cunoștințe', en: 'The client has a knowledge base' },
      article_history: {
        ro: 'Fiecare salvare a unui articol rămâne de citit',
        en: 'Every save of an article can be read',
      },
      approved_text: {
        ro: 'Un studiu de caz are aprobarea textului exact',
        en: 'A case study has an approval of its exact text',
      },
    },
  },
  P19: {
    owner: 'sales',
    needs: {
      feedback: { ro: 'După livrare se poate da o părere', en: 'Feedback can be given after a delivery' },
      sent_log: { ro: 'Scrisorile trimise sunt păstrate și la vedere', en: 'Letters sent are kept and can be seen' },
      updates_by_choice: {
        ro: 'Noutățile ajung numai la cine le-a cerut',
        en: 'Updates reach only those who asked for them',
      },
    },
  },
  P20: {
    owner: 'sales',
    needs: {
      signals: {
        ro: 'Semnele de fraudă poartă motivul și decizia unui om',
        en: 'Signs of fraud carry their reason and the decision of a person',
      },
      no_automatic_decision: {
        ro: 'Niciun program nu acceptă și nu respinge o comandă',
        en: 'No program accepts or declines an order by itself',
      },
    },
  },
  P21: {
    owner: 'privacy',
    needs: {
      terms_accepted: {
        ro: 'Fiecare client înregistrat a acceptat o versiune a termenilor',
        en: 'Every registered client accepted a version of the terms',
      },
      terms_versions: {
        ro: 'Versiunile termenilor nu se schimbă, iar acceptarea arată spre una',
        en: 'Versions of the terms do not change, and an acceptance points at one',
      },
      legal_apart: {
        ro: 'Scopul legal are accesul lui, separat',
        en: 'The legal purpose has its own, separate access',
      },
      register: { ro: 'Există registrul divulgărilor', en: 'There is a register of disclosures' },
    },
  },
  P22: {
    owner: 'privacy',
    needs: {
      published: {
        ro: 'Fiecare destinatar este publicat cu scop, țară și garanție',
        en: 'Every recipient is published with purpose, country and safeguard',
      },
      enabled_only: {
        ro: 'Nimic nu pleacă la un destinatar care nu este activat',
        en: 'Nothing goes to a recipient that is not enabled',
      },
      per_person: { ro: 'Fiecare persoană vede cui i s-au dat datele', en: 'Each person sees who received their data' },
    },
  },
  P23: {
    owner: 'owner',
    needs: {
      asks_first: {
        ro: 'Un transfer întreabă fiecare persoană și îi ia numai pe cei care au spus da',
        en: 'A transfer asks every person and takes only those who said yes',
      },
    },
  },
  P24: {
    owner: 'privacy',
    needs: {
      entries: {
        ro: 'Fiecare divulgare este notată: cine a cerut, pe ce temei, ce, cine a hotărât',
        en: 'Every disclosure is noted: who asked, on what ground, what, who decided',
      },
    },
  },
  P25: {
    owner: 'privacy',
    needs: {
      grants: {
        ro: 'Drepturile din baza de date sunt exact cele din politică',
        en: 'The rights in the database are exactly those of the policy',
      },
      one_basis: { ro: 'Fiecare scop folosit are un singur temei', en: 'Every purpose in use has one basis' },
      register: {
        ro: 'Registrul prelucrărilor este publicat din politică',
        en: 'The register of processing is made from the policy',
      },
    },
  },
} as const satisfies Record<string, PromiseNeeds>
