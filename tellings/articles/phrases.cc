#include "tellings/articles/phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>

// One sorted table.  At every place in a line where a word may begin, the
// phrases that begin with the same byte pair are tried; most places have none.
// Words of everyday prose ("follow", "share") stand with Place::start or
// Place::whole, so that they are no signal in mid-sentence.  The list was
// gathered from what sites in these languages print, not from one collection.

namespace tellings::articles {
namespace {

enum class Place : std::uint8_t { any, start, whole };

struct Entry {
  std::string_view text;
  Phrase kind;
  Place place;
};

constexpr Place A = Place::any;
constexpr Place S = Place::start;
constexpr Place W = Place::whole;
using enum Phrase;

constexpr auto kTable = [] {
  auto table = std::to_array<Entry>({
      // related articles
      {"also read", related, S}, {"read also", related, S}, {"read more", related, S}, {"see also", related, S},
      {"read next", related, S}, {"related:", related, S}, {"related stories", related, S}, {"related articles", related, S},
      {"related article", related, S}, {"related story", related, S}, {"related topics", related, S}, {"related news", related, S},
      {"related content", related, S}, {"related", related, W}, {"more:", related, S}, {"more on this", related, S},
      {"more from", related, S}, {"more stories", related, S}, {"more news", related, S}, {"more on:", related, S},
      {"read:", related, S}, {"read |", related, S}, {"read the full", related, S}, {"read full", related, S},
      {"recommended", related, W}, {"recommended for you", related, A}, {"you may also like", related, A},
      {"you might also like", related, A}, {"you may like", related, S}, {"don't miss", related, S}, {"must read", related, S},
      {"most read", related, S}, {"most popular", related, S}, {"most viewed", related, S}, {"trending", related, W},
      {"trending now", related, S}, {"latest posts", related, S}, {"latest news", related, S}, {"latest stories", related, S},
      {"latest", related, W}, {"top stories", related, S}, {"editor's picks", related, S}, {"editors' picks", related, S},
      {"up next", related, S}, {"next article", related, S}, {"previous article", related, S}, {"next post", related, S},
      {"previous post", related, S}, {"continue reading", related, S}, {"keep reading", related, S}, {"explore more", related, S},
      {"click here to", related, S}, {"click here for", related, S}, {"find out more", related, S}, {"learn more", related, S},
      {"for more", related, S}, {"full coverage", related, S}, {"in pictures", related, S}, {"go deeper", related, S},
      {"lesen sie auch", related, A}, {"lesen sie mehr", related, A}, {"lesen sie hier", related, A}, {"lesen sie dazu", related, A},
      {"lies auch", related, S}, {"mehr lesen", related, S}, {"mehr zum thema", related, A}, {"mehr dazu", related, S},
      {"mehr:", related, S}, {"mehr von", related, S}, {"mehr aus", related, S}, {"mehr infos", related, S},
      {"weiterlesen", related, S}, {"weitere artikel", related, S}, {"weitere themen", related, S}, {"weitere nachrichten", related, S},
      {"weitere informationen", related, S}, {"das könnte sie auch", related, A}, {"das könnte dich auch", related, A},
      {"auch interessant", related, S}, {"passend zum artikel", related, S}, {"zum thema", related, S}, {"zum artikel", related, S},
      {"siehe auch", related, S}, {"meistgelesen", related, S}, {"empfehlungen", related, S}, {"themen:", related, S},
      {"ähnliche artikel", related, S}, {"verwandte themen", related, S}, {"schlagworte", related, S}, {"mehr news", related, S},
      {"hintergrund:", related, S}, {"lesetipp", related, S}, {"mehr zu diesem thema", related, A},
      {"à lire aussi", related, A}, {"a lire aussi", related, A}, {"lire aussi", related, S}, {"à lire également", related, S},
      {"lire également", related, S}, {"lire la suite", related, A}, {"lire plus", related, S}, {"voir aussi", related, S},
      {"à voir aussi", related, S}, {"sur le même sujet", related, S}, {"en savoir plus", related, S}, {"pour aller plus loin", related, S},
      {"nos derniers articles", related, S}, {"les plus lus", related, S}, {"à découvrir", related, S},
      {"lea también", related, S}, {"lee también", related, S}, {"leer también", related, S}, {"te puede interesar", related, S},
      {"le puede interesar", related, S}, {"puede interesarle", related, S}, {"más información", related, S}, {"leer más", related, S},
      {"ver más", related, S}, {"noticias relacionadas", related, S}, {"más noticias", related, S}, {"lo más leído", related, S},
      {"lo más visto", related, S}, {"le recomendamos", related, S}, {"mira también", related, S}, {"seguir leyendo", related, S},
      {"leggi anche", related, S}, {"leggi di più", related, S}, {"per saperne di più", related, S}, {"potrebbe interessarti", related, A},
      {"continua a leggere", related, S}, {"articoli correlati", related, S}, {"vedi anche", related, S}, {"i più letti", related, S},
      {"leia também", related, S}, {"leia mais", related, S}, {"veja também", related, S}, {"saiba mais", related, S},
      {"mais lidas", related, S}, {"continue lendo", related, S}, {"relacionadas", related, S},
      {"lees ook", related, S}, {"lees meer", related, S}, {"lees verder", related, S}, {"meer over", related, S}, {"bekijk ook", related, S},
      {"læs også", related, S}, {"læs mere", related, S}, {"les også", related, S}, {"les mer", related, S}, {"läs också", related, S},
      {"läs även", related, S}, {"läs mer", related, S}, {"fler nyheter", related, S}, {"lue myös", related, S}, {"lue lisää", related, S},
      {"czytaj także", related, S}, {"czytaj też", related, S}, {"czytaj więcej", related, S}, {"czytaj również", related, S},
      {"zobacz także", related, S}, {"zobacz też", related, S}, {"zobacz również", related, S}, {"polecamy", related, S},
      {"přečtěte si", related, S}, {"čtěte také", related, S}, {"související", related, S}, {"olvasta már", related, S},
      {"kapcsolódó", related, S}, {"citește și", related, S}, {"citeşte şi", related, S}, {"vezi și", related, S},
      {"ilgili haber", related, S}, {"bunlar da ilginizi", related, S}, {"ayrıca bakınız", related, S}, {"читайте также", related, S},
      {"читать далее", related, S}, {"смотрите также", related, S}, {"подробнее", related, S}, {"ранее сообщалось", related, S},
      {"читайте також", related, S}, {"читати також", related, S}, {"дивіться також", related, S}, {"διαβάστε επίσης", related, S},
      {"διαβάστε ακόμα", related, S}, {"関連記事", related, S}, {"あわせて読みたい", related, S}, {"おすすめ", related, W},
      {"관련기사", related, S}, {"관련 기사", related, S}, {"相关阅读", related, S}, {"延伸閱讀", related, S}, {"相關新聞", related, S},
      {"更多", related, S}, {"اقرأ أيضا", related, S}, {"اقرأ أيضًا", related, S}, {"إقرأ أيضا", related, S}, {"مواضيع ذات صلة", related, S},
      {"קראו גם", related, S}, {"עוד בנושא", related, S}, {"यह भी पढ़ें", related, S}, {"baca juga", related, S}, {"xem thêm", related, S},
      {"tags:", related, S}, {"tags", related, W}, {"topics:", related, S}, {"topics", related, W}, {"filed under", related, S},
      {"posted in", related, S}, {"categories:", related, S}, {"category:", related, S}, {"etiquetas", related, S}, {"temas", related, W},
      {"read our", related, S}, {"check out", related, S}, {"top headlines", related, S}, {"also on", related, S}, {"popular posts", related, S},
      {"you may have missed", related, A}, {"from our partners", related, S}, {"around the web", related, S}, {"in case you missed", related, S},
      {"table of contents", related, W}, {"inhaltsverzeichnis", related, W},
      // comments
      {"please enter your comment", comment, A}, {"please enter your name", comment, A}, {"leave a reply", comment, A},
      {"leave a comment", comment, A}, {"post a comment", comment, A}, {"add a comment", comment, A}, {"write a comment", comment, A},
      {"cancel reply", comment, A}, {"your email address will not be published", comment, A}, {"required fields are marked", comment, A},
      {"save my name, email", comment, A}, {"you have entered an incorrect email", comment, A}, {"log in to comment", comment, A},
      {"login to comment", comment, A}, {"log in to leave a comment", comment, A}, {"sign in to comment", comment, A},
      {"be the first to comment", comment, A}, {"view comments", comment, S}, {"show comments", comment, S}, {"comments are closed", comment, A},
      {"join the conversation", comment, S}, {"join the discussion", comment, S}, {"comments", comment, W}, {"no comments", comment, S},
      {"notify me of", comment, S}, {"please enter your email", comment, A}, {"this site uses akismet", comment, A},
      {"kommentare", comment, W}, {"kommentar schreiben", comment, A}, {"kommentieren", comment, W}, {"kommentar hinterlassen", comment, A},
      {"diskutieren sie", comment, S}, {"commentaires", comment, W}, {"laisser un commentaire", comment, A}, {"laissez un commentaire", comment, A},
      {"comentarios", comment, W}, {"deja un comentario", comment, A}, {"deja una respuesta", comment, A}, {"commenti", comment, W},
      {"lascia un commento", comment, A}, {"deixe um comentário", comment, A}, {"comentários", comment, W}, {"reacties", comment, W},
      {"komentarze", comment, W}, {"dodaj komentarz", comment, A}, {"комментарии", comment, W}, {"оставить комментарий", comment, A},
      {"коментарі", comment, W}, {"yorumlar", comment, W}, {"yorum yaz", comment, A}, {"コメント", comment, W}, {"댓글", comment, W},
      {"评论", comment, W}, {"留言", comment, W}, {"send us a letter", comment, S}, {"name*", comment, S}, {"email*", comment, S}, {"website", comment, W},
      // advertisements
      {"advertisement", advert, S}, {"- advertisement", advert, S}, {"advertising", advert, W}, {"advert", advert, W}, {"ad", advert, W},
      {"ads by", advert, S}, {"sponsored", advert, S}, {"sponsored content", advert, S}, {"article continues below", advert, A},
      {"story continues below", advert, A}, {"story continues after", advert, S}, {"article continues after", advert, A},
      {"continue reading below", advert, A}, {"scroll to continue", advert, A}, {"promoted content", advert, S}, {"paid content", advert, S},
      {"affiliate", advert, S}, {"we may earn", advert, A}, {"earn a commission", advert, A}, {"anzeige", advert, W}, {"anzeige:", advert, S},
      {"- anzeige", advert, S}, {"werbung", advert, W}, {"publicité", advert, W}, {"publicidad", advert, W}, {"pubblicità", advert, W},
      {"publicidade", advert, W}, {"continua após a publicidade", advert, A}, {"advertentie", advert, W}, {"annonse", advert, W},
      {"annons", advert, W}, {"annonce", advert, W}, {"mainos", advert, W}, {"reklama", advert, W}, {"реклама", advert, W}, {"reklam", advert, W},
      {"広告", advert, W}, {"광고", advert, W}, {"广告", advert, W}, {"廣告", advert, W}, {"iklan", advert, W}, {"إعلان", advert, W},
      {"remaining time", advert, S}, {"- commercial", advert, S},
      // buttons and accounts
      {"share", share, W}, {"share this", share, S}, {"share on", share, S}, {"share article", share, S}, {"share via", share, S},
      {"share:", share, S}, {"tweet", share, W}, {"facebook", share, W}, {"twitter", share, W}, {"whatsapp", share, W}, {"telegram", share, W},
      {"linkedin", share, W}, {"pinterest", share, W}, {"reddit", share, W}, {"instagram", share, W}, {"youtube", share, W}, {"email", share, W},
      {"e-mail", share, W}, {"print", share, W}, {"print this", share, S}, {"copy link", share, S}, {"link copied", share, A},
      {"copied to clipboard", share, A}, {"copy url", share, S}, {"click to share", share, S}, {"(opens in new window)", share, A},
      {"opens in a new", share, A}, {"save article", share, S}, {"save", share, W}, {"bookmark", share, W}, {"listen to article", share, S},
      {"log in", share, S}, {"login", share, W}, {"sign in", share, S}, {"sign out", share, W}, {"log out", share, W}, {"register", share, W},
      {"my account", share, S}, {"menu", share, W}, {"search", share, W}, {"home", share, W}, {"skip to", share, S}, {"close", share, W},
      {"back to top", share, S}, {"follow us", share, S}, {"follow on", share, S}, {"like us on", share, A}, {"follow @", share, S},
      {"facebook twitter", share, A}, {"toggle", share, S}, {"loading", share, W}, {"loading...", share, W}, {"add topic", share, S},
      {"add to", share, S}, {"view all", share, S}, {"see all", share, S}, {"show more", share, S}, {"load more", share, S}, {"next", share, W},
      {"previous", share, W}, {"prev", share, W}, {"more", share, W}, {"subscribe", share, W}, {"contact us", share, S}, {"about us", share, S},
      {"privacy policy", share, A}, {"terms of use", share, A}, {"terms of service", share, A}, {"cookie policy", share, A},
      {"accept cookies", share, A}, {"we use cookies", share, A}, {"manage cookies", share, A}, {"teilen", share, W}, {"artikel teilen", share, S},
      {"drucken", share, W}, {"merken", share, W}, {"artikel merken", share, S}, {"kopieren", share, W}, {"link kopieren", share, S},
      {"suche", share, W}, {"startseite", share, W}, {"anmelden", share, W}, {"abmelden", share, W}, {"mein konto", share, S}, {"folgen", share, W},
      {"folgen sie uns", share, S}, {"vorlesen", share, W}, {"artikel anhören", share, S}, {"schriftgröße", share, S}, {"schließen", share, W},
      {"impressum", share, A}, {"datenschutz", share, A}, {"partager", share, S}, {"imprimer", share, W}, {"suivez-nous", share, S},
      {"se connecter", share, S}, {"s'abonner", share, S}, {"ajouter à", share, S}, {"copier le lien", share, S}, {"compartir", share, S},
      {"imprimir", share, W}, {"síguenos", share, S}, {"iniciar sesión", share, S}, {"guardar", share, W}, {"copiar enlace", share, S},
      {"condividi", share, S}, {"stampa", share, W}, {"seguici", share, S}, {"accedi", share, W}, {"compartilhe", share, S},
      {"compartilhar", share, S}, {"delen", share, W}, {"deel", share, W}, {"del", share, W}, {"dela", share, W}, {"udostępnij", share, S},
      {"sdílet", share, S}, {"megosztás", share, S}, {"paylaş", share, S}, {"поделиться", share, S}, {"поширити", share, S}, {"シェア", share, W},
      {"ポスト", share, W}, {"印刷", share, W}, {"공유", share, W}, {"공유하기", share, S}, {"분享", share, W}, {"分享", share, W}, {"مشاركة", share, W},
      {"שתפו", share, S}, {"شارك", share, W}, {"gallery", share, W}, {"slideshow", share, S}, {"view gallery", share, S}, {"open image", share, S},
      {"text size", share, S}, {"font size", share, S}, {"resize", share, S}, {"reprints", share, A}, {"download", share, W}, {"pdf", share, W},
      {"get directions", share, S}, {"tap to", share, S}, {"was this article", share, S}, {"was this helpful", share, A}, {"report a typo", share, A},
      {"report an error", share, A}, {"give feedback", share, S}, {"send feedback", share, S}, {"send us", share, S}, {"expand", share, S},
      {"hide caption", share, A}, {"toggle caption", share, A}, {"enlarge this image", share, A}, {"open in app", share, S},
      {"make us preferred", share, A}, {"preferred source", share, A}, {"bild in detailansicht", share, A}, {"zurück zum", share, S},
      // subscriptions
      {"sign up", newsletter, S}, {"sign up for", newsletter, A}, {"subscribe to", newsletter, S}, {"subscribe now", newsletter, A},
      {"subscribe today", newsletter, A}, {"subscribe for", newsletter, S}, {"subscribers only", newsletter, A}, {"newsletter", newsletter, A},
      {"newsletters", newsletter, A}, {"your inbox", newsletter, A}, {"download our app", newsletter, A}, {"download the app", newsletter, A},
      {"get the app", newsletter, S}, {"google news", newsletter, A}, {"follow us on", newsletter, A}, {"join our", newsletter, S},
      {"whatsapp channel", newsletter, A}, {"telegram channel", newsletter, A}, {"push notifications", newsletter, A}, {"enter your email", newsletter, A},
      {"stay informed", newsletter, S}, {"stay up to date", newsletter, S}, {"already a subscriber", newsletter, A}, {"become a member", newsletter, A},
      {"support our", newsletter, S}, {"donate", newsletter, S}, {"make a donation", newsletter, A}, {"this article is for subscribers", newsletter, A},
      {"to continue reading", newsletter, A}, {"start your free", newsletter, S}, {"free trial", newsletter, A}, {"jetzt abonnieren", newsletter, A},
      {"abonnieren", newsletter, S}, {"jetzt anmelden", newsletter, A}, {"kostenlos testen", newsletter, A}, {"probemonat", newsletter, A},
      {"unseren newsletter", newsletter, A}, {"jetzt bestellen", newsletter, A}, {"abonnenten", newsletter, A}, {"whatsapp-kanal", newsletter, A},
      {"weiterlesen mit", newsletter, A}, {"inscrivez-vous", newsletter, A}, {"abonnez-vous", newsletter, A}, {"réservé aux abonnés", newsletter, A},
      {"recevez", newsletter, S}, {"suscríbete", newsletter, A}, {"suscríbase", newsletter, A}, {"suscriptores", newsletter, A}, {"apúntate", newsletter, S},
      {"boletín", newsletter, A}, {"iscriviti", newsletter, A}, {"abbonati", newsletter, S}, {"assine", newsletter, S}, {"abonneer", newsletter, S},
      {"nieuwsbrief", newsletter, A}, {"nyhetsbrev", newsletter, A}, {"nyhedsbrev", newsletter, A}, {"подпишитесь", newsletter, A},
      {"подписывайтесь", newsletter, A}, {"підписуйтесь", newsletter, A}, {"підписуйтеся", newsletter, A}, {"abone ol", newsletter, A},
      {"subskrybuj", newsletter, S}, {"zapisz się", newsletter, S}, {"ニュースレター", newsletter, A}, {"会員限定", newsletter, A},
      {"有料記事", newsletter, A}, {"有料会員", newsletter, A}, {"구독", newsletter, S}, {"뉴스레터", newsletter, A}, {"订阅", newsletter, S}, {"訂閱", newsletter, S},
      {"got a tip", newsletter, S}, {"do you have a story", newsletter, S}, {"have a news tip", newsletter, A}, {"to receive", newsletter, S},
      {"delivered to your", newsletter, A}, {"never miss", newsletter, S}, {"buy now", newsletter, W}, {"shop now", newsletter, W},
      // pictures
      {"photo:", caption, A}, {"photos:", caption, A}, {"photo by", caption, A}, {"photos by", caption, A}, {"photo courtesy", caption, A},
      {"file photo", caption, A}, {"photograph:", caption, A}, {"photography by", caption, A}, {"image:", caption, A}, {"image by", caption, A},
      {"image credit", caption, A}, {"photo credit", caption, A}, {"image source", caption, A}, {"image caption", caption, S}, {"picture:", caption, A},
      {"pictured:", caption, S}, {"(pictured", caption, A}, {"credit:", caption, A}, {"getty images", caption, A}, {"shutterstock", caption, A},
      {"istock", caption, A}, {"/getty", caption, A}, {"via getty", caption, A}, {"/reuters", caption, A}, {"reuters/", caption, A}, {"(reuters)", caption, A},
      {"/ap)", caption, A}, {"(ap)", caption, A}, {"ap photo", caption, A}, {"(ap photo", caption, A}, {"/afp", caption, A}, {"afp/", caption, A},
      {"(afp)", caption, A}, {"picture alliance", caption, A}, {"picture-alliance", caption, A}, {"/dpa", caption, A}, {"dpa/", caption, A},
      {"(foto:", caption, A}, {"foto:", caption, A}, {"fotos:", caption, A}, {"bild:", caption, A}, {"bildquelle", caption, A}, {"quelle:", caption, A},
      {"imago", caption, A}, {"© ", caption, S}, {"©", caption, S}, {"illustration", caption, S}, {"symbolbild", caption, A}, {"symbolfoto", caption, A},
      {"archivbild", caption, A}, {"archivfoto", caption, A}, {"crédit photo", caption, A}, {"crédits", caption, S}, {"photo d'illustration", caption, A},
      {"photo d'archives", caption, A}, {"imagen de archivo", caption, A}, {"foto de archivo", caption, A}, {"(foto ", caption, A}, {"crédito", caption, S},
      {"fot.", caption, A}, {"źródło:", caption, A}, {"zdroj:", caption, A}, {"фото:", caption, A}, {"фото ", caption, S}, {"източник:", caption, A},
      {"fotoğraf:", caption, A}, {"写真", caption, A}, {"撮影", caption, A}, {"사진=", caption, A}, {"사진 =", caption, A}, {"图：", caption, A}, {"图片来源", caption, A},
      {"source:", caption, S}, {"courtesy of", caption, A}, {"handout", caption, A}, {"screenshot", caption, A}, {"archive photo", caption, A},
      {"representational image", caption, A}, {"representative image", caption, A}, {"(photo", caption, A}, {"alamy", caption, A}, {"unsplash", caption, A},
      {"pexels", caption, A}, {"/epa", caption, A}, {"epa/", caption, A}, {"/efe", caption, A}, {"(efe)", caption, A}, {"/ansa", caption, A}, {"keystone", caption, A},
      {"wikimedia", caption, A}, {"/bloomberg", caption, A}, {"stock.adobe", caption, A}, {"supplied", caption, W}, {"(supplied)", caption, A},
      {"from left", caption, A}, {"(left)", caption, A}, {"(right)", caption, A}, {"(l)", caption, A}, {"(r)", caption, A}, {"(links)", caption, A}, {"(rechts)", caption, A},
      // bylines
      {"by ", byline, S}, {"written by", byline, S}, {"posted by", byline, S}, {"published by", byline, S}, {"reported by", byline, S},
      {"reporting by", byline, S}, {"(reporting by", byline, S}, {"edited by", byline, S}, {"editing by", byline, A}, {"author:", byline, S},
      {"about the author", byline, S}, {"published:", byline, S}, {"published", byline, S}, {"updated:", byline, S}, {"updated", byline, S},
      {"last updated", byline, S}, {"first published", byline, S}, {"last modified", byline, S}, {"posted on", byline, S}, {"posted:", byline, S},
      {"min read", byline, A}, {"minute read", byline, A}, {"minutes read", byline, A}, {"read time", byline, A}, {"hours ago", byline, A},
      {"minutes ago", byline, A}, {"days ago", byline, A}, {"staff writer", byline, A}, {"staff reporter", byline, A}, {"correspondent", byline, S},
      {"von ", byline, S}, {"veröffentlicht", byline, S}, {"aktualisiert", byline, S}, {"zuletzt aktualisiert", byline, A}, {"stand:", byline, S},
      {"erstellt", byline, S}, {"lesezeit", byline, A}, {"min. lesezeit", byline, A}, {"autor:", byline, S}, {"redaktion", byline, W}, {" uhr", byline, A},
      {"über den autor", byline, S}, {"zur autorin", byline, S}, {"zum autor", byline, S}, {"par ", byline, S}, {"publié", byline, S}, {"mis à jour", byline, A},
      {"temps de lecture", byline, A}, {"por ", byline, S}, {"publicado", byline, S}, {"actualizado", byline, S}, {"tiempo de lectura", byline, A},
      {"atualizado", byline, S}, {"di ", byline, S}, {"pubblicato", byline, S}, {"aggiornato", byline, S}, {"door ", byline, S}, {"gepubliceerd", byline, S},
      {"publicerad", byline, S}, {"uppdaterad", byline, S}, {"publisert", byline, S}, {"oppdatert", byline, S}, {"julkaistu", byline, S}, {"opublikowano", byline, S},
      {"опубликовано", byline, S}, {"обновлено", byline, S}, {"опубліковано", byline, S}, {"автор:", byline, S}, {"автор", byline, W}, {"记者", byline, A}, {"記者", byline, A},
      {"입력", byline, S}, {"수정", byline, S}, {"기자", byline, A}, {"更新", byline, A}, {"配信", byline, A}, {"is a reporter", byline, A}, {"is a freelance", byline, A},
      {"is a journalist", byline, A}, {"is a senior", byline, A}, {"is a staff", byline, A}, {"covers ", byline, S}, {"contributed to this", byline, A},
      {"contact the", byline, S}, {"follow him on", byline, A}, {"follow her on", byline, A}, {"email him", byline, A}, {"email her", byline, A}, {"reach him at", byline, A},
      {"reach her at", byline, A}, {"can be reached at", byline, A}, {"additional reporting", byline, A}, {"view all posts", byline, A}, {"with inputs from", byline, A},
      {"with files from", byline, A}, {"(with agency inputs", byline, A}, {"with agencies", byline, A}, {"mit material von", byline, A}, {"avec afp", byline, A},
      // legal and notes of the house
      {"copyright", legal, A}, {"all rights reserved", legal, A}, {"alle rechte vorbehalten", legal, A}, {"tous droits réservés", legal, A},
      {"todos los derechos", legal, A}, {"tutti i diritti", legal, A}, {"todos os direitos", legal, A}, {"wszelkie prawa", legal, A}, {"無断転載", legal, A},
      {"무단전재", legal, A}, {"무단 전재", legal, A}, {"все права", legal, A}, {"may not be published, broadcast", legal, A}, {"may not be reproduced", legal, A},
      {"this material may not", legal, A}, {"this article was originally published", legal, A}, {"this article originally appeared", legal, A},
      {"this story was originally", legal, A}, {"originally published", legal, A}, {"editor's note", legal, S}, {"this article has been", legal, S},
      {"this story has been", legal, S}, {"disclaimer", legal, S}, {"disclosure", legal, S}, {"correction:", legal, S}, {"hinweis:", legal, S},
      {"anmerkung der redaktion", legal, S}, {"dieser artikel", legal, S}, {"dieser text", legal, S}, {"the views expressed", legal, A},
      {"opinions expressed", legal, A}, {"our standards:", legal, S}, {"thomson reuters trust", legal, A}, {"do not necessarily reflect", legal, A},
      {"auto-generated from", legal, A}, {"has not been edited by", legal, A}, {"syndicated feed", legal, A}, {"©", legal, S}, {"wir freuen uns", legal, S},
      // players
      {"watch:", media, S}, {"watch the", media, S}, {"watch now", media, S}, {"watch more", media, S}, {"watch video", media, S}, {"video:", media, S},
      {"video", media, W}, {"listen:", media, S}, {"listen to", media, S}, {"listen now", media, S}, {"play video", media, S}, {"play", media, W}, {"audio", media, W},
      {"your browser does not support", media, A}, {"enable javascript", media, A}, {"javascript is disabled", media, A}, {"video player", media, A},
      {"this content is not available", media, A}, {"externen inhalt", media, A}, {"externe inhalte", media, A}, {"externer inhalt", media, A},
      {"embed code", media, A}, {"view this post on", media, A}, {"a post shared by", media, A}, {"pic.twitter.com", media, A}, {"podcast", media, W},
      {"cookies", media, A}, {"audio by", media, S}, {"duration", media, W}, {"mute", media, W}, {"volume", media, W}, {"fullscreen", media, A},
      // traces of code
      {"spot_img", markup, A}, {"!-- ", markup, A}, {"<!--", markup, A}, {"-->", markup, A}, {"gtag", markup, A}, {"googletag", markup, A},
      {"window.", markup, S}, {"document.", markup, S}, {"function(", markup, A}, {"function (", markup, A}, {"var ", markup, S}, {"{{", markup, A},
      {"</", markup, A}, {"<p", markup, A}, {"<div", markup, A}, {"<a href", markup, A}, {"<br", markup, A}, {"[caption", markup, A}, {"[/caption", markup, A},
      {"[embed", markup, A}, {"[gallery", markup, A}, {"&nbsp;", markup, A}, {"{\"", markup, S}, {"@media", markup, A}, {".css", markup, A}, {"!important", markup, A},
      {"adsbygoogle", markup, A}, {"undefined", markup, W}, {"null", markup, W}, {"$(", markup, A}, {"px;", markup, A},
  });
  std::ranges::sort(table, {}, &Entry::text);
  return table;
}();

// First entry of every pair of first bytes would be a table of 64 K: one of the
// first byte is enough, a binary search does the rest.
constexpr auto kFirst = [] {
  std::array<std::uint16_t, 257> first{};
  std::size_t at = 0;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    while (at < kTable.size() && static_cast<unsigned char>(kTable[at].text[0]) < byte) ++at;
    first[byte] = static_cast<std::uint16_t>(at);
  }
  first[256] = static_cast<std::uint16_t>(kTable.size());
  return first;
}();

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Longer lines are prose: only phrases at their beginning count.
constexpr std::size_t kLongestSearched = 320;

void match_at(std::string_view line, std::size_t at, PhraseSet* found) {
  const std::string_view rest = line.substr(at);
  const auto lead = static_cast<unsigned char>(rest[0]);
  for (std::size_t i = kFirst[lead]; i < kFirst[lead + 1u]; ++i) {
    const Entry& e = kTable[i];
    if (!rest.starts_with(e.text)) continue;
    const bool to_end = rest.size() == e.text.size();
    const bool cut = !to_end && is_word_byte(e.text.back()) && is_word_byte(rest[e.text.size()]) && lead < 0x80;
    if (cut) continue;
    if (e.place == Place::whole && !(at == 0 && to_end)) continue;
    if (e.place == Place::start && at != 0) continue;
    found->add(e.kind, at == 0, at == 0 && to_end);
  }
}

}  // namespace

PhraseSet phrases_in(std::string_view line) {
  PhraseSet found;
  while (!line.empty() && (line.front() == ' ' || line.front() == '>' || line.front() == '*')) line.remove_prefix(1);
  if (line.empty()) return found;
  match_at(line, 0, &found);
  if (line.size() > kLongestSearched) return found;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (is_word_byte(line[at]) && is_word_byte(line[at - 1]) && static_cast<unsigned char>(line[at]) < 0x80) continue;
    match_at(line, at, &found);
  }
  return found;
}

}  // namespace tellings::articles
