#include "engine/source/language_letters.h"

namespace tranche {
namespace {

using Script = LetterScript;

constexpr LanguageLetters kLanguages[] = {
    {"German", Script::kLatin, u"üäöß"},
    {"French", Script::kLatin, u"éèàêçôîùûâëïœ"},
    {"Spanish", Script::kLatin, u"óíáéñúü"},
    {"Portuguese", Script::kLatin, u"ãçáéíõóêâúàôü"},
    {"Italian", Script::kLatin, u"àèùòìé"},
    {"Catalan", Script::kLatin, u"óàèéíçúòïü"},
    {"Dutch", Script::kLatin, u"ëéïöüèó"},
    {"Danish or Norwegian", Script::kLatin, u"øåæéòô"},
    {"Swedish or Finnish", Script::kLatin, u"äöåé"},
    {"Icelandic", Script::kLatin, u"áðíóéúþæöý"},
    {"Estonian", Script::kLatin, u"äõüöšž"},
    {"Latvian", Script::kLatin, u"āīšēūļņžķčģ"},
    {"Lithuanian", Script::kLatin, u"ėųšįžūąčę"},
    {"Polish", Script::kLatin, u"łóążęśćńź"},
    {"Czech", Script::kLatin, u"íáěéřýčžšůúďťňó"},
    {"Slovak", Script::kLatin, u"áíéýčžšúľťôňďóäŕĺ"},
    {"Hungarian", Script::kLatin, u"áéöóőüíúű"},
    {"Romanian", Script::kLatin, u"ăţîşâțș"},
    {"Croatian, Slovenian or Serbian", Script::kLatin, u"čšžćđ"},
    {"Albanian", Script::kLatin, u"ëç"},
    {"Turkish", Script::kLatin, u"ıişüğçöİâî"},
    {"Maltese", Script::kLatin, u"ħżġċàù"},
    {"Greek", Script::kGreek, u"αοιετσνηυρπκμλςωίόδήάέγύχώθφβξζψϊΐϋΰ"},
    {"Russian", Script::kCyrillic, u"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"},
    {"Ukrainian", Script::kCyrillic, u"оанивіертслкдмупязьбгйчхцюшєїжщфґ"},
    {"Bulgarian", Script::kCyrillic, u"аоиентрсвлпдкмзябъугчцйщшжхфюь"},
    {"Macedonian", Script::kCyrillic, u"аоиетнрсвдкмпулзјбгчшцжњфхќџљѓѕ"},
    {"Serbian", Script::kCyrillic, u"аоиенрстдвкмјупглзбчцшњжћхљђфџ"},
    {"Hebrew", Script::kHebrew, u"יוהלארתבמשנעםדקחפצכטגזסןךץף"},
    {"Arabic", Script::kArabic, u"ايلمونرتبةعدسفهكقأحجشصطىخإذءضزثئغظآؤ"},
};

constexpr std::u16string_view kSimplified =
    u"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下"
    u"过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两"
    u"体制机当使点从业本去把性好应开它合还因由其些然前外天政四日社义事平形相全表间样与关各重新线内"
    u"数正反原利比或但质气第向道条变结解问意建月公系军很情者最立通并提直题程展五果料员革位入总次"
    u"品式活设及管特件长求基资边流路级少图山统知较将组见计别期根论运农指区强决任取据处给治造百规"
    u"东导压金增济阶交受六共收改清再采转单打教速费场务具万每至达积示议报完类离技备办半列响约支般"
    u"史往市何除构府称准精值率族维划选标存候查项目预算财元补助防卫生育交通建设公共安全科技支出收入";
constexpr std::u16string_view kTraditional =
    u"的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下"
    u"過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩"
    u"體制機當使點從業本去把性好應開它合還因由其些然前外天政四日社義事平形相全表間樣與關各重新線內"
    u"數正反原利比或但質氣第向道條變結解問意建月公系軍很情者最立通並提直題程展五果料員革位入總次"
    u"品式活設及管特件長求基資邊流路級少圖山統知較將組見計別期根論運農指區強決任取據處給治造百規"
    u"東導壓金增濟階交受六共收改清再採轉單打教速費場務具萬每至達積示議報完類離技備辦半列響約支般"
    u"史往市何除構府稱準精值率族維劃選標存候查項目預算財元補助防衛生育交通建設公共安全科技歲出歲入";
constexpr std::u16string_view kJapanese =
    u"あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちつってでとどなにぬねのはばひびふぶへ"
    u"べ"
    u"ほぼまみむめもやゆよらりるれろわをんアイウエオカガキクグケコサシジスズセソタダチッテデトドナ"
    u"ニ"
    u"ネノハバパビフブプヘベホボマミムメモャュョラリルレロワンー日一国人年大十二本中長出三時行見月"
    u"分"
    u"後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食"
    u"車何南万毎白天母火右読友左休父雨予算費支給入歳出防衛省庁補助事業一般会計総額施設整備研究開発";
constexpr std::u16string_view kKorean =
    u"이다의가에는을로하고지사기리자한어도서인시대나아정일은구부보전국해수원관비산예조성세주장공동"
    u"방"
    u"유상제위용업소과개년회경단금무학교스라마만그있들것으오여우연선실면계치신차분화법통행영물발재"
    u"중"
    u"내직설교육군민안복투입출액총항목";

}  // namespace

std::span<const LanguageLetters> AllLanguageLetters() { return kLanguages; }

FrequentCharacters FrequentCharactersOf(EastAsian language) {
  switch (language) {
    case EastAsian::kSimplified:
      return {"Chinese", kSimplified};
    case EastAsian::kTraditional:
      return {"Chinese", kTraditional};
    case EastAsian::kJapanese:
      return {"Japanese", kJapanese};
    case EastAsian::kKorean:
      return {"Korean", kKorean};
  }
  return {};
}

}  // namespace tranche
