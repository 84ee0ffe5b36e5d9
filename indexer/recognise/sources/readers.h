// The shapes of citations, one reader each. A reader fills the draft's source and returns whether
// the citation was one of its shape; what is no citation after all it leaves to the next.
#pragma once

#include "indexer/recognise/sources/draft.h"

namespace pincite {

/// `Statement of Azerbaijan, Tenth Meeting of States Parties, Mine Ban Treaty, Geneva, 29 November
/// 2010`; `Oral remarks by …`, `Intervention of …`, `Presentation by …`.
bool read_speech(Draft& draft, const Head& head);

/// `Mine Ban Treaty voluntary Article 7 Report (for the period June 2000–November 2008), Form A`.
bool read_treaty_report(Draft& draft, const Head& head);

/// `Letter from X, OFFICE, to Y, DATE`; also faxes, emails, notes verbales and responses.
bool read_correspondence(Draft& draft, const Head& head);

/// `Response to Landmine Monitor questionnaire by X, OFFICE, DATE`.
bool read_questionnaire(Draft& draft, const Head& head);

/// `Interview with X, OFFICE, PLACE, DATE`; `ICBL meeting with …`.
bool read_conversation(Draft& draft, const Head& head);

/// `Landmine Monitor Report 2006, p. 844`.
bool read_monitor(Draft& draft, const Head& head);

/// `Cablegram 234 from X to Y, DATE`.
bool read_cable(Draft& draft, const Head& head);

/// Resolutions, and documents cited by their symbol.
bool read_un_document(Draft& draft);

/// Requests for extension, final reports, action plans, articles of a treaty.
bool read_treaty_document(Draft& draft);

/// `Anti-Personnel Mines Act, 2000 (Act No. 48 of 2000), Official Gazette, DATE`.
bool read_law(Draft& draft);

/// `Hansard, DATE, col. 12`; `House of Commons, Parliamentary Debates, vol. 198, p. 4`.
bool read_debate(Draft& draft);

/// `Author, “Title,” Newspaper (Place), DATE, site`; also press releases, web pages and reports
/// whose title is quoted.
bool read_titled(Draft& draft);

/// `Author, ed., Title, Issue 44 (Place: Publisher, YYYY)`.
bool read_book(Draft& draft);

/// `UNICEF, Report on Something, DATE, p. 12`.
bool read_report(Draft& draft);

}  // namespace pincite
