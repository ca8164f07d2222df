#ifndef TRANCHE_ENGINE_SOURCE_XML_READER_H_
#define TRANCHE_ENGINE_SOURCE_XML_READER_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "engine/source/input_file.h"

namespace tranche {

/// The attributes of one element, valid while Start is told of it.
class XmlAttributes {
 public:
  /// Names and values by turns, closed by a null pointer.
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  /// By the name as written, with its prefix: `office:value`.
  std::optional<std::string_view> Find(std::string_view name) const;
  /// By the name without any prefix: `id` for `r:id`.
  std::optional<std::string_view> FindLocal(std::string_view name) const;

 private:
  const char* const* pairs_;
};

/// Is told of the elements of an XML text in their order. Element names come without prefix (some
/// programs write `x:row` for `row`).
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void Start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void End(std::string_view name) = 0;
  /// Text may come in any number of pieces.
  virtual void Text(std::string_view text) = 0;

  const absl::Status& status() const { return status_; }

 protected:
  /// Reading stops soon, with the first of these.
  void Fail(absl::Status status) {
    if (status_.ok()) status_ = std::move(status);
  }

 private:
  absl::Status status_;
};

/// Reads `stream` to its end, in bounded memory. The only user of Expat. Fails with what the
/// handler failed with; DataLoss: the text is cut off or no XML; InvalidArgument: it declares a
/// document type: workbooks have none, and its entities could be made to fill memory or to name
/// other files. `name` begins the messages.
absl::Status ReadXml(ByteStream& stream, const std::string& name, XmlHandler& handler);

/// `1`, `true`, `on`.
bool IsTrue(std::optional<std::string_view> value);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_XML_READER_H_
