/*
 * The items of both checklists, in their published order. Names and numbers are those of the
 * checklists; the questions are ours.
 */
#include "checklist.h"

#define INTERVIEWERS N_("those who interviewed")
#define LEADERS N_("whoever leads the study")
#define CODERS N_("those who coded")
#define AUTHORS N_("those who write")

/* clang-format off */
static const checklist_item coreq[] = {
    { NULL, "Domain 1: Research team and reflexivity", NULL, NULL, NULL },
    { "1", "Interviewer/facilitator", N_("Who held the interviews?"), NULL, INTERVIEWERS },
    { "2", "Credentials", N_("What education or titles do they have?"), NULL, INTERVIEWERS },
    { "3", "Occupation", N_("What was their work when the study was made?"), NULL,
      INTERVIEWERS },
    { "4", "Gender", N_("What gender are they?"), NULL, INTERVIEWERS },
    { "5", "Experience and training",
      N_("What experience do they have of interviewing, and of such services?"), NULL,
      INTERVIEWERS },
    { "6", "Relationship established", N_("Did they know the participants before?"), NULL,
      INTERVIEWERS },
    { "7", "Participant knowledge of the interviewer",
      N_("What did the participants know about them and their reasons?"), NULL,
      INTERVIEWERS },
    { "8", "Interviewer characteristics",
      N_("What in them may have coloured the talks: views, interests, own experience?"), NULL,
      INTERVIEWERS },
    { NULL, "Domain 2: Study design", NULL, NULL, NULL },
    { "9", "Methodological orientation and Theory",
      N_("Which method, and which theory if any, does the analysis rest on?"), known_approach,
      LEADERS },
    { "10", "Sampling", N_("How were the participants chosen?"), known_sampling, LEADERS },
    { "11", "Method of approach", N_("How were they asked?"), NULL, LEADERS },
    { "12", "Sample size", N_("How many took part?"), known_base, NULL },
    { "13", "Non-participation", N_("How many said no or left, and why?"), known_dropouts,
      LEADERS },
    { "14", "Setting of data collection", N_("Where were the interviews held?"), NULL,
      INTERVIEWERS },
    { "15", "Presence of non-participants", N_("Was anybody else there?"), known_listeners,
      INTERVIEWERS },
    { "16", "Description of sample", N_("Who are the participants, and when was it?"),
      known_groups, LEADERS },
    { "17", "Interview guide", N_("What was asked, and had the questions been tried?"),
      known_guide, INTERVIEWERS },
    { "18", "Repeat interviews", N_("Was anybody interviewed more than once?"), known_repeats,
      INTERVIEWERS },
    { "19", "Audio/visual recording", N_("Were the interviews recorded?"), NULL,
      INTERVIEWERS },
    { "20", "Field notes", N_("Were notes made during or after them?"), NULL, INTERVIEWERS },
    { "21", "Duration", N_("How long were they?"), known_length, INTERVIEWERS },
    { "22", "Data saturation", N_("How was it decided that they were enough?"), NULL,
      LEADERS },
    { "23", "Transcripts returned", N_("Did the participants see their transcripts?"), NULL,
      LEADERS },
    { NULL, "Domain 3: Analysis and findings", NULL, NULL, NULL },
    { "24", "Number of data coders", N_("How many coded?"), known_coders, CODERS },
    { "25", "Description of the coding tree", N_("Which codes are there, and how are they defined?"),
      known_codebook, NULL },
    { "26", "Derivation of themes",
      N_("Were the themes there from the beginning, or found in the material?"), NULL,
      CODERS },
    { "27", "Software", N_("Which program was used?"), known_program, NULL },
    { "28", "Participant checking", N_("Have the participants said what they think of the results?"),
      NULL, LEADERS },
    { "29", "Quotations presented", N_("Do quotes show the findings, and say from whom they are?"),
      known_quotes, NULL },
    { "30", "Data and findings consistent", N_("Do material and findings agree?"), known_trace,
      AUTHORS },
    { "31", "Clarity of major themes", N_("Are the large themes clearly told?"),
      known_chapters, AUTHORS },
    { "32", "Clarity of minor themes", N_("Are the small and the contrary told too?"),
      known_few, AUTHORS },
};

static const checklist_item srqr[] = {
    { NULL, "Title and abstract", NULL, NULL, NULL },
    { "S1", "Title", N_("Does the title say what is studied, and how?"), known_title,
      AUTHORS },
    { "S2", "Abstract", N_("Is there a summary of why, how and what was found?"),
      known_summary, AUTHORS },
    { NULL, "Introduction", NULL, NULL, NULL },
    { "S3", "Problem formulation", N_("What is the problem, and what is known of it?"), NULL,
      AUTHORS },
    { "S4", "Purpose or research question", N_("What was to be found out?"), known_question,
      AUTHORS },
    { NULL, "Methods", NULL, NULL, NULL },
    { "S5", "Qualitative approach and research paradigm",
      N_("Which method, and which view of knowledge, does the study rest on, and why?"),
      known_approach, LEADERS },
    { "S6", "Researcher characteristics and reflexivity",
      N_("What in those who made the study may have coloured it?"), NULL, LEADERS },
    { "S7", "Context", N_("Where and when was it?"), known_context, LEADERS },
    { "S8", "Sampling strategy",
      N_("How were the participants chosen, and how was it decided that they were enough?"),
      known_sampling, LEADERS },
    { "S9", "Ethical issues pertaining to human subjects",
      N_("What about ethical approval, consent, and people's privacy?"), known_ethics,
      LEADERS },
    { "S10", "Data collection methods", N_("How was the material collected?"), known_base,
      INTERVIEWERS },
    { "S11", "Data collection instruments and technologies",
      N_("With which questions and which equipment?"), known_guide, INTERVIEWERS },
    { "S12", "Units of study", N_("Whom, and how many, is it about?"), known_groups,
      LEADERS },
    { "S13", "Data processing", N_("What was done with the material before it was coded?"),
      known_processing, LEADERS },
    { "S14", "Data analysis", N_("How were themes found and coded, and by whom?"),
      known_coders, CODERS },
    { "S15", "Techniques to enhance trustworthiness",
      N_("What was done so that others can trust it?"), known_agreement, LEADERS },
    { NULL, "Results/findings", NULL, NULL, NULL },
    { "S16", "Synthesis and interpretation", N_("What was found, and what does it mean?"),
      known_chapters, AUTHORS },
    { "S17", "Links to empirical data", N_("Is it shown with quotes from the material?"),
      known_quotes, NULL },
    { NULL, "Discussion", NULL, NULL, NULL },
    { "S18", "Integration with prior work, implications, transferability, and contribution(s) to the field",
      N_("How does it stand to what was known, and where else may it hold?"), NULL, AUTHORS },
    { "S19", "Limitations", N_("What can the study not say?"), known_limits, AUTHORS },
    { NULL, "Other", NULL, NULL, NULL },
    { "S20", "Conflicts of interest", N_("Has anybody something to win or lose by it?"), NULL,
      LEADERS },
    { "S21", "Funding", N_("Who paid, and what did they have a say in?"), known_commissioner,
      LEADERS },
};

const checklist checklist_coreq = {
    "COREQ",
    "Tong A, Sainsbury P, Craig J (2007). Consolidated criteria for reporting qualitative "
    "research (COREQ): a 32-item checklist for interviews and focus groups. International "
    "Journal for Quality in Health Care 19(6): 349–357.",
    coreq, G_N_ELEMENTS(coreq)
};

const checklist checklist_srqr = {
    "SRQR",
    "O'Brien BC, Harris IB, Beckman TJ, Reed DA, Cook DA (2014). Standards for reporting "
    "qualitative research: a synthesis of recommendations. Academic Medicine 89(9): "
    "1245–1251.",
    srqr, G_N_ELEMENTS(srqr)
};
/* clang-format on */
