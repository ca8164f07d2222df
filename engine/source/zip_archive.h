#ifndef TRANCHE_ENGINE_SOURCE_ZIP_ARCHIVE_H_
#define TRANCHE_ENGINE_SOURCE_ZIP_ARCHIVE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/source/input_file.h"
#include "engine/source/raw_bytes.h"

namespace tranche {

/// The parts of a ZIP file, unpacked as they are read: what XLSX and ODS files are made of. The
/// only user of libzip. Not thread-safe.
///
/// A part that unpacks to more than 256 MiB and more than 250 times its packed size is refused: no
/// sheet packs that well, and such files are made to fill disks.
class ZipArchive {
 public:
  /// `raw` must outlive it; `name` is for messages. InvalidArgument: no ZIP file, or one that is
  /// cut off.
  static absl::StatusOr<std::unique_ptr<ZipArchive>> Open(RawBytes& raw, std::string name);
  virtual ~ZipArchive() = default;

  virtual const std::string& name() const = 0;
  /// In the order of the file, folders left out.
  virtual std::vector<std::string> PartNames() const = 0;
  /// Whether there is such a part; capitals and small letters are the same.
  virtual bool Has(std::string_view part) const = 0;
  /// The plain bytes of a part. NotFound; InvalidArgument: protected by a password. Reading fails
  /// with DataLoss where the part is damaged, by its checksum too. The stream must not outlive
  /// this.
  virtual absl::StatusOr<std::unique_ptr<ByteStream>> OpenPart(std::string_view part) = 0;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ZIP_ARCHIVE_H_
