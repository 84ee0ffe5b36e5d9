#include "searcher/function_words.h"

#include <unordered_set>

namespace pincite {
namespace {

// As the analysis folds them: without accents, in lower case.
constexpr std::string_view kWords =
    // English
    "a about above across after again against all almost alone along already also although "
    "always am among an and another any anyone anything are around as at away be became "
    "because become been before behind being below beside between beyond both but by can "
    "cannot could did do does doing done down during each either else ever every everything "
    "few for from further had has have having he hence her here hers herself him himself his "
    "how however i if in indeed instead into is it its itself just least less like many may "
    "me might more most mostly much must my myself neither no nobody none nor not nothing "
    "now of off often on once one only onto or other others otherwise ought our ours "
    "ourselves out over own per perhaps rather same shall she should since so some somehow "
    "someone something sometimes somewhat still such than that the their theirs them "
    "themselves then there thereby therefore these they this those though through throughout "
    "thus to together too toward towards under unless until up upon us very via was we were "
    "what whatever when whenever where whereas whereby wherein whether which whichever while "
    "who whoever whole whom whose why will with within without would yet you your yours "
    "yourself "
    // French
    "alors apres au aucun aucune aussi autre autres aux avant avec avoir avons avez ayant ce "
    "ceci cela celle celles celui ces cet cette ceux chaque chez comment dans de depuis des "
    "donc dont du elle elles en encore entre est et etaient etait etant ete etes etre eux "
    "fut ici il ils je jusque la laquelle le lequel les lesquelles lesquels leur leurs lors "
    "lorsque lui mais meme memes moi nos notre nous ont ou par parce pendant peu plus "
    "pourquoi pourra pourrait pouvait puis puisque qu quand que quel quelle quelles quels "
    "qui quoi sans selon sera serait seront ses seulement sont sous soit sur tandis te tel "
    "telle telles tels toi tous tout toute toutes tres une vers vos votre vous "
    // Spanish
    "al algo alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos asi "
    "aun aunque cada casi como con contra cual cuales cuando cuanto del desde donde dos "
    "durante el ella ellas ello ellos eran eres esa esas ese eso esos esta estaba estaban "
    "estan estar estas este esto estos estoy fue fueron fui ha haber habia habian han hasta "
    "hay las lo los mi mientras mis mucho muchos muy nada ni nosotros nuestra nuestras "
    "nuestro nuestros otra otras otro otros para pero poco por porque pues quien quienes se "
    "sea sean segun ser seran si siendo sido sino sobre sois somos su sus suya suyo tambien "
    "tan tanto tiene tienen toda todas todo todos tras tu tus un una unas uno unos ya "
    // Portuguese
    "ainda ao aos apos aquela aquele ate com da dele deles ela elas ele eles em essa esse "
    "foi foram isso isto ja lhe mas mesmo muito na nas nao nem nossa nosso num numa outra "
    "outro pela pelas pelo pelos pode quais qual quando quem sao seja sem seu seus sua suas "
    "tambem tem tinha uma umas "
    // German
    "aber alle allem allen aller alles als auch auf aus bei bin bis bist dadurch daher damit "
    "dann daran dass dein dem den denen denn der deren dessen dich dies diese diesem diesen "
    "dieser dieses dir doch dort durch ein eine einem einen einer eines er es etwas euch "
    "euer fur gegen hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im "
    "ist jede jedem jeden jeder jedes jedoch jene jenem jenen kann kein keine keinem keinen "
    "keiner konnen konnte konnten machen mein mich mir mit muss mussen nach nachdem nein "
    "nicht nichts noch nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie "
    "sind soll sollen sollte sollten sondern sowie uber um und uns unser unter vom von vor "
    "wann warum weil weiter welche welchem welchen welcher welches wenn werde werden wer wie "
    "wieder wir wird wirst wo woher wohin wurde wurden zu zum zur zwischen "
    // Russian
    "без более будет будто будут был была были было быть в вам вас весь во вот все всегда "
    "всего всех всю вы где да даже для до его ее ей ему если есть еще же за здесь и из или "
    "им их к как какая какой какие ко когда которая которого которое которой которые который "
    "которых кто куда ли лишь между меня мне может можно мой моя мы на над надо нам нас не "
    "него нее ней нет ни нибудь никогда ним них но ну о об однако он она они оно от перед по "
    "под после потом потому почти при про раз с сам себе себя со так также такая такие такой "
    "там тем того тоже той только том тот ту тут ты у уж уже хотя чего чей чем через что "
    "чтобы чтоб эта эти этим этих это этого этой этом этот эту я "
    // Arabic
    "في من الى على عن مع هذا هذه ذلك تلك التي الذي الذين ان او ثم قد لا ما لم لن كل كان كانت "
    "هو هي هم بين بعد قبل عند حتى اذا كما لكن ليس غير منذ اي حيث وقد وفي ومن وان ";

std::unordered_set<std::string_view> words_of(std::string_view list) {
  std::unordered_set<std::string_view> words;
  while (!list.empty()) {
    const std::size_t end = list.find(' ');
    words.insert(list.substr(0, end));
    list.remove_prefix(end + 1);
  }
  return words;
}

}  // namespace

bool is_function_word(std::string_view term) {
  static const std::unordered_set<std::string_view> words = words_of(kWords);
  return words.contains(term);
}

}  // namespace pincite
