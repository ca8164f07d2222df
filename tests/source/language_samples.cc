#include "tests/source/language_samples.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "gtest/gtest.h"

namespace tranche {
namespace {

std::string Converted(std::string_view utf8, std::string_view encoding, bool is_strict) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ::ucnv_open(std::string(encoding).c_str(), &status);
  if (is_strict) {
    ::ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                            &status);
  } else {
    ::ucnv_setSubstString(converter, u"?", 1, &status);
  }
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  std::string bytes(4 * static_cast<std::size_t>(text.length()) + 16, '\0');
  const std::int32_t size =
      ::ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                        text.getBuffer(), text.length(), &status);
  ::ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding << ": " << u_errorName(status);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

const LanguageSample kSamples[] = {
    {"German",
     {"windows-1252", "iso-8859-15", "cp850", "macintosh"},
     {"Ausrüstung der Bundeswehr", "Straßenbau und Brücken", "Küstenschutz", "Verpflegungsgelder",
      "Zuschüsse an Länder für den Öffentlichen Nahverkehr", "Rückzahlungen", "Löschzüge",
      "Häfen und Wasserstraßen", "GRÖSSERE BAUMASSNAHMEN", "Übungsplätze"}},
    {"French",
     {"windows-1252", "cp850", "macintosh"},
     {"Équipement des forces", "Défense et sécurité civile", "Crédits de paiement", "Trésorerie",
      "Réseaux routiers et ponts à péage", "Pensions militaires d'invalidité", "Forêts", "Pêche",
      "Gendarmerie : dépenses de personnel", "Aides à l'économie", "ça et là, où il faut"}},
    {"Spanish",
     {"windows-1252", "cp850", "macintosh"},
     {"Protección civil", "Administración general del Estado", "Construcción de túneles", "Años",
      "Pensiones y prestaciones económicas", "Guardia Civil: retribuciones básicas", "Pequeños",
      "Infraestructuras energéticas", "Dirección y servicios generales", "Ejército de Tierra"}},
    {"Portuguese",
     {"windows-1252", "cp850", "macintosh"},
     {"Proteção civil e bombeiros", "Aquisição de navios", "Construção de estradas", "Pensões",
      "Administração pública", "Forças Armadas: remunerações", "Órgãos de soberania", "Educação",
      "Manutenção de pontes", "Saúde"}},
    {"Italian",
     {"windows-1252", "cp850", "macintosh"},
     {"Sicurezza nelle città", "Attività di difesa", "Viabilità e ponti", "Già impegnato", "Però",
      "Capacità militari", "Pubblica utilità", "Spese per l'università", "Più entrate",
      "Mobilità sostenibile è priorità"}},
    {"Danish",
     {"windows-1252", "cp850", "macintosh"},
     {"Forsvarets materiel og anlæg", "Beredskabsstyrelsen", "Færdselsårer", "Søværnet",
      "Øvrige udgifter", "Vejanlæg og broer", "Pensioner til tjenestemænd", "Årlige tilskud",
      "Kystværn", "Indtægter"}},
    {"Swedish",
     {"windows-1252", "cp850", "macintosh"},
     {"Försvarets förbandsverksamhet", "Kustbevakningen", "Vägar och järnvägar", "Återbetalning",
      "Åtgärder mot översvämning", "Utgiftsområde", "Gränsöverskridande", "Högskolor",
      "Räddningstjänst", "Räntor på statsskulden"}},
    {"Polish",
     {"windows-1250", "iso-8859-2", "cp852", "x-mac-ce"},
     {"Obrona narodowa", "Ochrona przeciwpożarowa", "Świadczenia społeczne", "Drogi krajowe",
      "Straż Graniczna", "Zakupy uzbrojenia i sprzętu wojskowego", "Część 29", "Żegluga śródlądowa",
      "Oświata i wychowanie", "Różne rozliczenia", "Dotacje dla jednostek spółek"}},
    {"Czech",
     {"windows-1250", "iso-8859-2", "cp852", "x-mac-ce"},
     {"Ministerstvo obrany", "Příjmy z úroků", "Požární ochrana", "Silnice a dálnice", "Šumava",
      "Zvláštní složky", "Železniční tratě", "Hasičský záchranný sbor", "Důchody vojáků", "Věda",
      "Státní zaměstnanci", "Školství", "Běžné výdaje kapitoly"}},
    {"Slovak",
     {"windows-1250", "iso-8859-2", "cp852"},
     {"Ministerstvo obrany", "Diaľnice a cesty", "Požiarna ochrana", "Štátne hmotné rezervy",
      "Výdavky kapitoly", "Dôchodky vojakov", "Železničná doprava", "Úrad vlády", "Kúpa techniky",
      "Ťažká technika", "Priemyselné parky"}},
    {"Hungarian",
     {"windows-1250", "iso-8859-2", "cp852"},
     {"Honvédelmi Minisztérium", "Közúti közlekedés", "Tűzoltóság és katasztrófavédelem",
      "Személyi juttatások", "Működési költségvetés", "Nyugdíjak", "Hídépítés", "Őrzés-védelem",
      "Útfelújítás", "Költségvetési főösszeg"}},
    {"Romanian",
     {"windows-1250"},
     {"Apărare naţională", "Ordine publică şi siguranţă", "Învăţământ", "Cheltuieli de personal",
      "Drumuri şi poduri", "Pensii militare", "Bunuri şi servicii", "Protecţie civilă",
      "Transporturi", "Sănătate"}},
    {"Slovenian",
     {"windows-1250", "iso-8859-2", "cp852"},
     {"Obramba in zaščita", "Vzdrževanje cest", "Plače vojakov", "Železniška infrastruktura",
      "Požarna varnost", "Izobraževanje častnikov", "Državni proračun", "Mostovi čez reke", "Ščit",
      "Žepni računi"}},
    {"Estonian",
     {"windows-1257", "iso-8859-13"},
     {"Kaitseväe ülalpidamine", "Päästeamet", "Sõjaväelised hooned", "Teehoid ja sillad", "Õppused",
      "Ülejäänud kulud", "Piirivalve laevad", "Šašlõkk", "Tööjõukulud", "Jõgede süvend"}},
    {"Latvian",
     {"windows-1257", "cp775"},
     {"Aizsardzības ministrija", "Ceļu būve un tilti", "Ugunsdzēsības dienests", "Pensijas",
      "Valsts robežsardze", "Bruņojuma iegāde", "Krājumu uzturēšana", "Šķēršļi", "Ģenerālštābs",
      "Izglītība un zinātne", "Mācības"}},
    {"Lithuanian",
     {"windows-1257", "cp775"},
     {"Krašto apsaugos ministerija", "Kelių tiesimas ir tiltai", "Priešgaisrinė apsauga",
      "Karių pensijos", "Valstybės sienos apsauga", "Šaulių sąjunga", "Išlaidos įrangai",
      "Švietimas", "Žuvininkystė", "Ūkio plėtra"}},
    {"Turkish",
     {"windows-1254", "cp857", "x-mac-turkish"},
     {"Millî Savunma Bakanlığı", "Sahil Güvenlik Komutanlığı", "Karayolları ve köprüler",
      "Jandarma Genel Komutanlığı", "İçişleri Bakanlığı", "Emekli aylıkları", "Sağlık", "Güç",
      "Afet ve acil durum yönetimi", "Şehirleşme giderleri"}},
    {"Greek",
     {"windows-1253", "iso-8859-7", "cp737", "x-mac-greek"},
     {"Υπουργείο Εθνικής Άμυνας", "Προμήθειες εξοπλισμού", "Συντάξεις στρατιωτικών", "Οδοποιία",
      "Πολιτική προστασία", "Λιμενικό Σώμα", "Αποδοχές προσωπικού", "ΕΞΟΔΑ ΤΑΚΤΙΚΟΥ ΠΡΟΫΠΟΛΟΓΙΣΜΟΥ",
      "Έργα υποδομής", "Γέφυρες"}},
    {"Ukrainian",
     {"windows-1251", "koi8-u", "iso-8859-5", "x-mac-cyrillic"},
     {"Міністерство оборони України", "Утримання доріг", "Пенсії військовослужбовців", "Єдність",
      "Державна прикордонна служба", "Національна поліція", "Закупівля озброєння", "Освіта",
      "Пожежна охорона", "Будівництво мостів", "Їдальні"}},
    {"Bulgarian",
     {"windows-1251", "iso-8859-5", "cp866", "x-mac-cyrillic"},
     {"Министерство на отбраната", "Пътища и мостове", "Гражданска защита", "Пенсии на военни",
      "Гранична полиция", "Заплати и възнаграждения", "Училища", "Капиталови разходи", "Щаб"}},
    {"Macedonian",
     {"windows-1251", "iso-8859-5"},
     {"Министерство за одбрана", "Патишта и мостови", "Заштита и спасување", "Плати и надоместоци",
      "Стоки и услуги", "Капитални расходи", "Ѓорче Петров", "Образование", "Љубов",
      "Ќе се плати"}},
    {"Russian",
     {"windows-1251", "koi8-r", "iso-8859-5", "cp866", "x-mac-cyrillic"},
     {"Национальная оборона", "Дорожное хозяйство", "Пенсионное обеспечение", "Охрана границы",
      "Гражданская оборона", "Жилищное строительство", "ОБЩЕГОСУДАРСТВЕННЫЕ РАСХОДЫ", "Щит"}},
    {"Hebrew", {"windows-1255"}, {"משרד הביטחון", "כבישים וגשרים", "פנסיות", "הגנה אזרחית"}},
    {"Arabic",
     {"windows-1256", "iso-8859-6"},
     {"وزارة الدفاع", "الطرق والجسور", "المعاشات", "الدفاع المدني"}},
    {"Chinese",
     {"gb18030", "gbk", "gb2312"},
     {"国防支出", "公共安全支出", "交通运输", "社会保障和就业支出", "教育支出",
      "道路桥梁建设项目"}},
    {"Chinese (traditional)",
     {"big5"},
     {"國防支出", "公共安全支出", "交通建設", "社會保障及就業支出", "教育支出", "道路橋樑工程"}},
    {"Japanese",
     {"shift_jis", "euc-jp"},
     {"防衛省の予算", "道路の整備に必要な費用", "消防庁", "年金の給付に要する経費",
      "海上保安庁の船舶"}},
    {"Korean",
     {"euc-kr"},
     {"국방부 예산", "도로 및 교량 건설", "연금 지급", "소방 방재", "해양 경찰"}},
};

}  // namespace

std::span<const LanguageSample> LanguageSamples() { return kSamples; }

std::string SampleTable(const LanguageSample& sample, std::size_t rows) {
  std::string table = "title;code;amount\n";
  for (std::size_t row = 0; row < rows; ++row) {
    table += sample.titles[row % sample.titles.size()];
    table += ";0" + std::to_string(row) + ";" + std::to_string(17 * row) + ",50\n";
  }
  return table;
}

std::string Encoded(std::string_view utf8, std::string_view encoding) {
  return Converted(utf8, encoding, /*is_strict=*/true);
}

std::string EncodedAsFarAsPossible(std::string_view utf8, std::string_view encoding) {
  return Converted(utf8, encoding, /*is_strict=*/false);
}

}  // namespace tranche
